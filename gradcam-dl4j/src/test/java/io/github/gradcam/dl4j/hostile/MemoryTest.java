package io.github.gradcam.dl4j.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.trials.Fork;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The memory of the process")
@EnabledOnOs(value = OS.LINUX, disabledReason = "Linux tells how much memory a process holds")
class MemoryTest {

  private static final Pattern RESIDENT = Pattern.compile("(?m)^resident ([0-9 ]+)$");
  private static final long KIB_PER_MIB = 1024;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}, {1} times")
  @DisplayName("does not grow with")
  @CsvSource({
    "maps, 1500",
    // Of one image and of eight, in turns.
    "batches, 1000",
    // Passes, and ways back, that fail.
    "errors, 1500",
    // Opened, used and closed.
    "models, 500"
  })
  void flat(String what, int times) {
    long[] resident = resident(what, times);
    // What a map or a model holds, times their number, would be more.
    assertThat(resident[1] - resident[0]).isLessThan(12 * KIB_PER_MIB);
  }

  @Test
  @DisplayName("is given back when a model is closed")
  void givenBack() {
    long[] resident = resident("close", 1);
    long used = resident[1] - resident[0];
    assertThat(used).as("what the model held").isGreaterThan(100 * KIB_PER_MIB);
    assertThat(resident[2] - resident[0]).as("what is left").isLessThan(used / 5);
  }

  private long[] resident(String what, int times) {
    // A heap that is all there from the start, and no compiler that takes memory now and then, so
    // that what grows is the engine's.
    Fork.End end =
        Forks.in(folder, "-Xms256m", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1")
            .run(Resident.class, what, "" + times, "" + folder);
    Matcher matcher = RESIDENT.matcher(end.output());
    assertThat(matcher.find()).as(end.output()).isTrue();
    return Stream.of(matcher.group(1).split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
