package io.github.gradcam.examples.vgg16.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final Written written = new Written();

  @Test
  void shortTaskInALogIsOneLineWithItsTime() {
    try (Progress progress = log().progress("Looking", "photos", 40)) {
      progress.advance(15);
      progress.note("at dogs");
      progress.advance(25);
    }

    assertThat(written.text().lines())
        .singleElement()
        .asString()
        .contains("Looking", "100%", "40/40 photos", "(0:00:0", "at dogs");
    assertThat(written.text()).doesNotContain("\r").endsWith("\n");
  }

  @Test
  void taskThatIsGivenUpSaysHowFarItCame() {
    try (Progress progress = log().progress("Looking", "photos", 40)) {
      progress.advance(10);
    }

    assertThat(written.text().lines()).singleElement().asString().contains("25%", "10/40 photos");
  }

  @Test
  void taskWithoutAStepIsALineToo() {
    log().progress("Looking", "photos", 0).close();

    assertThat(written.text().lines()).singleElement().asString().contains("0/0 photos");
  }

  @Test
  void everyLineOfALogIsNewAndTellsHowFarItIs() {
    try (Progress progress =
        new Console(written.stream(), false, AT_ONCE)
            .progress("Looking", "photos", Long.MAX_VALUE)) {
      while (!written.lines.tryAcquire(3)) {
        progress.advance(1);
      }
    }

    List<Long> counts =
        written
            .text()
            .lines()
            .map(line -> number(line, "(\\d+)/" + Long.MAX_VALUE + " photos"))
            .toList();
    assertThat(counts).hasSizeGreaterThanOrEqualTo(4).isSorted();
    assertThat(counts.subList(0, counts.size() - 1)).doesNotHaveDuplicates();
    assertThat(written.text()).doesNotContain("\r");
  }

  @Test
  void onATerminalTheLineIsWrittenOverAndStaysAtTheEnd() throws InterruptedException {
    try (Progress progress = terminal().progress("Looking", "photos", 40)) {
      progress.advance(20);
      assertThat(written.isDrawn()).isTrue();
      progress.advance(20);
    }

    assertThat(written.text()).startsWith("\r").endsWith("\n").containsOnlyOnce("\n");
    String last = written.text().substring(written.text().lastIndexOf('\r'));
    assertThat(last).contains("100%", "40/40 photos");
  }

  @Test
  void lineThatIsSaidMeanwhileIsAlone() throws InterruptedException {
    Console console = terminal();
    try (Progress progress = console.progress("Looking", "photos", 40)) {
      assertThat(written.isDrawn()).isTrue();
      console.say("%s is %.1f MB", "a.jpg", 1.5);
      progress.advance(40);
    }
    console.say("100%");

    assertThat(Stream.of(written.text().split("\n")).map(ProgressTest::asSeen).toList())
        .hasSize(3)
        .startsWith("a.jpg is 1.5 MB")
        .endsWith("100%");
  }

  @Test
  void whatWasDoneBeforeIsNotPartOfTheSpeed() {
    long half = 1_000_000_000_000L;
    try (Progress progress = log().progress("Looking", "photos", 2 * half)) {
      progress.resume(half);
      progress.advance(1);
    }

    // One step took microseconds at the least, so 10^12 of them take days; had the first half
    // counted, the second would take no longer than the test.
    assertThat(written.text().lines()).hasSize(1);
    assertThat(written.text()).contains("1000000000001/2000000000000 photos");
    assertThat(number(written.text(), "/ (\\d+):\\d\\d:\\d\\d\\)")).isGreaterThan(24);
  }

  @Test
  void interruptedThreadStillGetsItsLastLineAndStaysInterrupted() {
    Progress progress = log().progress("Looking", "photos", 40);
    progress.advance(30);
    Thread.currentThread().interrupt();
    progress.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(written.text().lines()).singleElement().asString().contains("30/40 photos");
  }

  @Test
  void closedTwiceItIsClosedOnce() {
    Progress progress = log().progress("Looking", "photos", 40);
    progress.close();
    progress.close();

    assertThat(written.text().lines()).hasSize(1);
  }

  @Test
  void stepsOfManyThreadsAreAllCounted() {
    try (Progress progress = log().progress("Looking", "photos", 10_000)) {
      IntStream.range(0, 10_000).parallel().forEach(step -> progress.advance(1));
    }

    assertThat(written.text()).contains("10000/10000 photos");
  }

  @Test
  void bytesAreShownAsMegabytes() {
    try (Progress progress = log().bytes("Downloading", 341_663_724)) {
      progress.advance(341_663_724);
    }

    assertThat(written.text()).contains("100%", "341/341 MB");
  }

  private Console log() {
    return new Console(written.stream(), false);
  }

  private Console terminal() {
    return new Console(written.stream(), true);
  }

  private static long number(String line, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  /** What a terminal shows of a line that was written over. */
  private static String asSeen(String line) {
    String seen = "";
    for (String part : line.split("\r", -1)) {
      seen = part.length() >= seen.length() ? part : part + seen.substring(part.length());
    }
    return seen.strip();
  }

  /** What was written, and a way to wait for it. */
  private static final class Written extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Semaphore lines = new Semaphore(0);
    private final Semaphore drawings = new Semaphore(0);

    PrintStream stream() {
      return new PrintStream(this, true, UTF_8);
    }

    @Override
    public void write(int b) {
      bytes.write(b);
      if (b == '\n') {
        lines.release();
      } else if (b == '\r') {
        drawings.release();
      }
    }

    boolean isDrawn() throws InterruptedException {
      return drawings.tryAcquire(1, TimeUnit.MINUTES);
    }

    String text() {
      return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
  }
}
