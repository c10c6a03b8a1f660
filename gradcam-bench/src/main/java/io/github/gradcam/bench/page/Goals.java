package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.Results;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What this library wants to reach, held against what was measured. What JMH measured counts; where
 * it did not, the comparison with Python.
 *
 * @param jmh numbers of JMH
 * @param peers numbers of the comparison
 */
record Goals(JmhFigures jmh, PeerFigures peers) {

  /** Times the bytes that a map cannot do without. */
  static final double ALLOCATION = 3;

  private static final List<String> BACKENDS = List.of("djl", "tf", "dl4j");
  private static final List<String> DEEP = List.of("resnet50", "vgg16");
  private static final String SCRIPT = PeerFigures.SCRIPT;

  static Goals of(Results results) {
    return new Goals(new JmhFigures(results), new PeerFigures(results.peers()));
  }

  Table table() {
    List<String> headers = new ArrayList<>(List.of("question", "network", "goal"));
    BACKENDS.forEach(backend -> headers.add(Names.of(backend)));
    headers.add("goal is");
    return new Table(headers, all().map(goal -> goal.row(BACKENDS)).toList());
  }

  private Stream<Goal> all() {
    return Stream.of(
            DEEP.stream().map(this::heatmap),
            DEEP.stream().map(this::fiveClasses),
            Stream.of(fastest("resnet50", 1.3), fastest("mobilenet_v2", 2)),
            DEEP.stream().map(this::folder),
            Stream.of(folderToForward(), coldStart()),
            DEEP.stream().map(network -> none("wrong_maps", "wrong maps", network)),
            DEEP.stream().map(network -> none("thread_errors", "errors", network)),
            DEEP.stream().map(this::fourThreads),
            DEEP.stream().map(this::allocation))
        .flatMap(Function.identity());
  }

  private Goal heatmap(String network) {
    return goal(
        "Grad-CAM ÷ forward pass",
        network,
        Bound.atMost(1.05),
        backend ->
            either(jmh.toForward(network, backend, 1), peers.ratio("ratio", network, backend)));
  }

  private Goal fiveClasses(String network) {
    return goal(
        "Grad-CAM of five classes ÷ forward pass",
        network,
        Bound.atMost(1.2),
        backend ->
            either(
                jmh.toForward(network, backend, 5), peers.ratio("five_classes", network, backend)));
  }

  private Goal fastest(String network, double limit) {
    return goal(
        "maps a second ÷ those of the fastest Python library on the same libtorch, batch 8",
        network,
        Bound.atLeast(limit),
        List.of("djl"),
        backend -> peers.speedToFastest("maps_per_second", network, backend, 8));
  }

  private Goal folder(String network) {
    return goal(
        "a folder of photos to PNGs: photos a second ÷ those of " + SCRIPT + "'s script",
        network,
        Bound.atLeast(1.5),
        backend -> peers.speed("folder", network, backend));
  }

  private Goal folderToForward() {
    return goal(
        "a folder of photos to PNGs: photos a second ÷ plain forward passes a second",
        "resnet50",
        Bound.atLeast(0.8),
        backend -> peers.ratio("folder_to_forward", "resnet50", backend));
  }

  private Goal coldStart() {
    return goal(
        "process start to first picture: time ÷ that of " + SCRIPT + "'s script",
        "embedded",
        Bound.atMost(0.6),
        backend -> {
          OptionalDouble speed = peers.speed("cold_start", "embedded", backend);
          return speed.isPresent() ? OptionalDouble.of(1 / speed.getAsDouble()) : speed;
        });
  }

  private Goal none(String asked, String what, String network) {
    return goal(
        "four threads on one model: " + what,
        network,
        Bound.atMost(0),
        backend -> peers.most(asked, network, backend));
  }

  private Goal fourThreads(String network) {
    return goal(
        "four threads on one model: maps a second ÷ the best of any number of threads",
        network,
        Bound.atLeast(0.95),
        backend ->
            either(
                jmh.fourThreads(network, backend),
                peers.ratio("four_threads_to_best", network, backend)));
  }

  private Goal allocation(String network) {
    return goal(
        "heap allocated for a map ÷ bytes of input, activations, gradients and map",
        network,
        Bound.atMost(ALLOCATION),
        backend -> jmh.allocation(network, backend));
  }

  private static Goal goal(
      String question, String network, Bound bound, Function<String, OptionalDouble> measure) {
    return goal(question, network, bound, BACKENDS, measure);
  }

  private static Goal goal(
      String question,
      String network,
      Bound bound,
      List<String> backends,
      Function<String, OptionalDouble> measure) {
    Map<String, Double> measured = new HashMap<>();
    for (String backend : backends) {
      measure.apply(backend).ifPresent(value -> measured.put(backend, value));
    }
    return new Goal(question, network, bound, measured);
  }

  private static OptionalDouble either(OptionalDouble first, OptionalDouble second) {
    return first.isPresent() ? first : second;
  }
}
