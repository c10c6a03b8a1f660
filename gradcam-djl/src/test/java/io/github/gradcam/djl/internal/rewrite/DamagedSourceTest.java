package io.github.gradcam.djl.internal.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.djl.Structure;
import io.github.gradcam.djl.internal.archive.TorchArchive;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.OutputChoice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Source that somebody has tampered with")
class DamagedSourceTest {

  private static final int TRIALS = 1500;

  @ParameterizedTest
  @DisplayName("is rewritten or refused, but never breaks the rewriter")
  @ValueSource(
      strings = {"nested-traced", "training-traced", "attention-scripted", "frozen-scripted"})
  void rewrittenOrRefused(String name) throws IOException {
    try (TorchArchive archive = TorchArchive.open(Structure.of(name).file())) {
      Map<String, String> whole = archive.sources();
      Random random = new Random(name.hashCode());
      int rewritten = 0;
      int refused = 0;
      for (int trial = 0; trial < TRIALS; trial++) {
        Map<String, String> damaged = new LinkedHashMap<>();
        whole.forEach((module, text) -> damaged.put(module, damaged(text, random)));
        try {
          Rewriter.rewrite(damaged, archive.rootClass(), new OutputChoice.Automatic());
          rewritten++;
        } catch (ModelOpenException refusal) {
          assertThat(refusal).hasMessageMatching("(?s).+\\.");
          refused++;
        }
      }
      assertThat(rewritten).isPositive();
      assertThat(refused).isPositive();
    }
  }

  private static String damaged(String text, Random random) {
    StringBuilder result = new StringBuilder(text);
    for (int i = random.nextInt(4); i > 0 && result.length() > 10; i--) {
      int from = random.nextInt(result.length() - 8);
      int to = from + random.nextInt(8);
      int source = random.nextInt(result.length() - 8);
      result.replace(from, to, result.substring(source, source + random.nextInt(8)));
    }
    return result.toString();
  }
}
