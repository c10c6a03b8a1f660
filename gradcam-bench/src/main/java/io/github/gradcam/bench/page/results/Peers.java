package io.github.gradcam.bench.page.results;

import java.util.List;

/**
 * This library beside Python's.
 *
 * @param host what it was measured on
 * @param versions of everybody
 * @param rounds how many times processes took turns
 * @param threads how many threads each had
 * @param agreement how far the maps lie apart
 * @param measurements what was measured
 */
public record Peers(
    Host host,
    Host versions,
    int rounds,
    int threads,
    List<Agreement> agreement,
    List<Measurement> measurements) {

  /**
   * What was measured.
   *
   * @param question what was asked
   */
  public List<Measurement> asked(String question) {
    return measurements.stream().filter(each -> each.question().equals(question)).toList();
  }
}
