package io.github.gradcam.bench.page.results;

import java.util.List;
import java.util.Set;

/**
 * What one of those who were compared needed.
 *
 * @param question what was asked
 * @param network of which network; empty where the question is about none
 * @param batch how many images at once; 0 where the question is about none
 * @param who who was measured
 * @param unit of the values
 * @param values one a round
 */
public record Measurement(
    String question, String network, int batch, String who, String unit, List<Double> values) {

  private static final Set<String> TIMES = Set.of("s", "ms", "seconds", "milliseconds");

  /** Over the rounds. */
  public Spread spread() {
    return Spread.of(values);
  }

  /** Whether the values grow with speed. */
  public boolean isRate() {
    return unit.endsWith("/s") || unit.endsWith("per second");
  }

  /** Whether the values are times. */
  public boolean isTime() {
    return TIMES.contains(unit);
  }
}
