package io.github.gradcam.bench.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InterleavedTest {

  private static final long SECOND = 1_000_000_000;

  private final List<String> ran = new ArrayList<>();
  private long now;

  @Test
  void eachHasItsMedianOfTheRoundsThatCount() {
    Interleaved interleaved = new Interleaved(new Budget(0, 1), new Budget(0, 4), () -> now);
    Map<String, Runnable> work = new LinkedHashMap<>();
    work.put("a", taking("a", 100, 1, 9, 3, 2));
    work.put("b", taking("b", 100, 5, 5, 6, 5));

    Map<String, Double> medians = interleaved.medians(work);

    assertThat(medians.get("a")).isEqualTo(2.5, within(1e-12));
    assertThat(medians.get("b")).isEqualTo(5, within(1e-12));
    assertThat(ran).containsExactly("a", "b", "a", "b", "a", "b", "a", "b", "a", "b");
  }

  @Test
  void roundsBeginUntilTheTimeHasPassed() {
    Interleaved interleaved =
        new Interleaved(new Budget(0, 0), new Budget(10 * SECOND, 1), () -> now);

    Map<String, Double> medians = interleaved.medians(Map.of("a", taking("a", 4, 4, 4, 4, 4)));

    assertThat(ran).hasSize(3);
    assertThat(medians).containsEntry("a", 4.0);
  }

  private Runnable taking(String name, Integer... seconds) {
    Iterator<Integer> next = List.of(seconds).iterator();
    return () -> {
      ran.add(name);
      now += next.next() * SECOND;
    };
  }
}
