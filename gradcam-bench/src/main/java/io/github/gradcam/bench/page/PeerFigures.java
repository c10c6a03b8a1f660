package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.Measurement;
import io.github.gradcam.bench.page.results.Peers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Single numbers of the comparison with Python, for the goals.
 *
 * @param peers the comparison, where there was one
 */
record PeerFigures(Optional<Peers> peers) {

  /** The script that everybody has; goals are held against it. */
  static final String SCRIPT = "pytorch-grad-cam";

  /** Those with the same libtorch as this library's. */
  private static final List<String> SAME_LIBTORCH = List.of(SCRIPT, "torch-cam", "captum");

  /** A number that is a goal's as it stands; of several batches that of the smallest. */
  OptionalDouble ratio(String question, String network, String backend) {
    return asked(question, network, Names.OURS + backend)
        .filter(measurement -> !measurement.isRate() && !measurement.isTime())
        .mapToDouble(measurement -> measurement.spread().median())
        .findFirst();
  }

  /** The most of all rounds: what must never happen must not happen once. */
  OptionalDouble most(String question, String network, String backend) {
    return asked(question, network, Names.OURS + backend)
        .mapToDouble(measurement -> measurement.spread().most())
        .max();
  }

  /**
   * How many times as fast as the script; of several batches each has the one it is fastest with.
   */
  OptionalDouble speed(String question, String network, String backend) {
    return divided(
        asked(question, network, Names.OURS + backend).mapToDouble(PeerFigures::speed).max(),
        asked(question, network, SCRIPT).mapToDouble(PeerFigures::speed).max());
  }

  /** How many times as fast as the fastest on the same libtorch, in batches of that many. */
  OptionalDouble speedToFastest(String question, String network, String backend, int batch) {
    return divided(
        asked(question, network, Names.OURS + backend)
            .filter(measurement -> measurement.batch() == batch)
            .mapToDouble(PeerFigures::speed)
            .findFirst(),
        SAME_LIBTORCH.stream()
            .flatMap(peer -> asked(question, network, peer))
            .filter(measurement -> measurement.batch() == batch)
            .mapToDouble(PeerFigures::speed)
            .max());
  }

  private static double speed(Measurement measurement) {
    double median = measurement.spread().median();
    return measurement.isRate() ? median : 1 / median;
  }

  private static OptionalDouble divided(OptionalDouble above, OptionalDouble below) {
    return above.isPresent() && below.isPresent()
        ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
        : OptionalDouble.empty();
  }

  private Stream<Measurement> asked(String question, String network, String who) {
    return peers.stream()
        .flatMap(all -> all.asked(question).stream())
        .filter(each -> each.network().equals(network) && each.who().equals(who))
        .sorted(Comparator.comparing(Measurement::batch));
  }
}
