package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void writesAsRfc4180Says() {
    assertThat(Csv.line(List.of("a", "b,c", "d\"e", "f\ng", "")))
        .isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\ng\",\n");
  }

  @Test
  void readsWhatItWrites() {
    List<String> first = List.of("\"", ",", "\n", "\"\"", "a\"b", "");
    List<String> second = List.of("plain", "\r", "\",\"");

    assertThat(Csv.lines(Csv.line(first) + Csv.line(second))).containsExactly(first, second);
  }

  @Test
  void aLineWithoutAnEndIsNone() {
    assertThat(Csv.lines("a,b\nc,d")).containsExactly(List.of("a", "b"));
    assertThat(Csv.lines("a,b\n\"c\n")).containsExactly(List.of("a", "b"));
    assertThat(Csv.lines("")).isEmpty();
  }
}
