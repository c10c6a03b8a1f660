package io.github.gradcam.bench.page.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Results")
class ResultsTest {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "jmh.json; [{\"benchmark\": \"a.B.c\", \"primaryMe",
        "jmh.json; {\"benchmark\": \"a.B.c\"}",
        "jmh.json; [{\"benchmark\": \"a.B.c\"}]",
        "jmh.json; [{\"primaryMetric\": {\"score\": 1, \"scoreUnit\": \"ms/op\"}}]",
        "jmh.json; ''",
        "host.json; [1, 2]",
        "peers.json; {\"measurements\": [{\"question\": \"ratio\", \"who\": \"captum\"}]}",
        "peers.json; {\"measurements\": 3}",
      })
  @DisplayName("that are not what they should be are an error that names the file")
  void unreadable(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);

    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> Results.read(folder))
        .withMessageStartingWith(file + ": this is not ")
        .withMessageContaining("Found: ")
        .withMessageEndingWith("Run it again, or take the file away.");
  }

  @Test
  @DisplayName("that are missing are an error that says how to make them")
  void none() {
    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> Results.read(folder))
        .withMessageStartingWith(folder + ": ")
        .withMessageContaining("Run gradcam-bench/run.sh");
    Path nowhere = folder.resolve("nowhere");
    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> Results.read(nowhere))
        .withMessageStartingWith(nowhere + ": ");
  }

  @Test
  @DisplayName("of several files are one run's")
  void several() throws IOException {
    String result =
        "[{'benchmark': 'a.%s.c', 'primaryMetric': {'score': 2, 'scoreUnit': 'us/op'}}]";
    Files.writeString(folder.resolve("two.json"), result.formatted("Two").replace('\'', '"'));
    Files.writeString(folder.resolve("one.json"), result.formatted("One").replace('\'', '"'));

    Results results = Results.read(folder);

    assertThat(results.jmh()).extracting(JmhResult::question).containsExactly("One", "Two");
    // Where JMH keeps no iterations, its summary counts: two microseconds.
    assertThat(results.jmh().get(0).seconds().median()).isEqualTo(2e-6);
    assertThat(results.host()).isEmpty();
    assertThat(results.peers()).isEmpty();
  }
}
