package io.github.gradcam.examples.vgg16;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.examples.vgg16.evaluation.Accuracy;
import io.github.gradcam.examples.vgg16.training.Epoch;
import io.github.gradcam.examples.vgg16.training.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedNetworkTest {

  private Path file;

  @BeforeEach
  void begin(@TempDir Path folder) {
    file = folder.resolve("training.json");
  }

  @Test
  void isReadAsItWasWrittenItsSettingsInOrder() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String name : List.of("runs", "epochs", "batch", "seed", "device", "augmented")) {
      settings.put(name, name.toUpperCase(Locale.ROOT));
    }
    Outcome outcome =
        new Outcome(
            new Accuracy(1, 4),
            List.of(new Epoch(1, 1, 0.5, 0.4, new Accuracy(3, 4), 2)),
            new Accuracy(9, 9),
            new Accuracy(3, 4));
    TrainedNetwork written = new TrainedNetwork("ab12-1", settings, outcome);

    written.write(file);

    TrainedNetwork read = TrainedNetwork.read(file).orElseThrow();
    assertThat(read).isEqualTo(written);
    assertThat(read.settings().keySet()).containsExactlyElementsOf(settings.keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "7", "{}", "{\"key\": \"ab\", \"settings\": {}}"})
  void aDamagedFileSaysWhatToDo(String text) throws IOException {
    Files.writeString(file, text);

    assertThatThrownBy(() -> TrainedNetwork.read(file))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("training.json is damaged")
        .hasMessageContaining("run the step train");
  }
}
