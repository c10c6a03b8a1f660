package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.JmhResult;
import io.github.gradcam.bench.page.results.Results;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which network a result of JMH is of, and how it was run where that is not the usual way.
 *
 * @param engineThreads all numbers of threads that engines had
 */
record Subjects(List<String> engineThreads) {

  private static final String GOALS_THREADS = "2";
  private static final String ENGINE_THREADS = "engineThreads";

  static Subjects of(Results results) {
    return of(results.jmh());
  }

  /** Of those results alone: a number of threads that all of them have need not be told. */
  static Subjects of(List<JmhResult> results) {
    TreeSet<String> threads = new TreeSet<>();
    results.forEach(result -> result.parameter(ENGINE_THREADS).ifPresent(threads::add));
    return new Subjects(List.copyOf(threads));
  }

  Comparator<JmhResult> order() {
    return Comparator.<JmhResult>comparingInt(r -> Names.networkOrder(network(r)))
        .thenComparing(this::name)
        .thenComparing(number("batch"))
        .thenComparing(number("classes"))
        .thenComparing(number("threads"))
        .thenComparing(number("variations"))
        // Of two runs the later counts: the one that has its forward passes beside it.
        .thenComparing(result -> result.forwardSeconds().isPresent());
  }

  private static Function<JmhResult, Integer> number(String parameter) {
    return result -> result.number(parameter);
  }

  private static String network(JmhResult result) {
    return result
        .parameter("model")
        .map(model -> String.valueOf(Path.of(model).getFileName()))
        .or(() -> result.parameter("network"))
        .orElse("");
  }

  static String backend(JmhResult result) {
    return result.parameter("backend").orElse("");
  }

  String name(JmhResult result) {
    StringBuilder name = new StringBuilder(Names.of(network(result)));
    size(result).ifPresent(size -> name.append(", ").append(size).append(" pixels"));
    if (engineThreads.size() > 1) {
      result
          .parameter(ENGINE_THREADS)
          .ifPresent(threads -> name.append(", engine threads: ").append(threads));
    }
    if (isOnGpu(result)) {
      name.append(", GPU");
    }
    return name.toString();
  }

  /** Whether goals are about such a run of that network: on the CPU, two threads, usual size. */
  boolean isUsual(JmhResult result, String network) {
    return isOfOne(result, network)
        && result.parameter(ENGINE_THREADS).map(this::isUsual).orElse(true);
  }

  /** Whether it is a run of that network on the CPU, one image of the usual size at a time. */
  static boolean isOfOne(JmhResult result, String network) {
    return network(result).equals(network)
        && result.number("batch") == 1
        && size(result).isEmpty()
        && !isOnGpu(result);
  }

  /** Where nothing was measured with two threads, what was measured counts. */
  private boolean isUsual(String threads) {
    return threads.equals(GOALS_THREADS) || !engineThreads.contains(GOALS_THREADS);
  }

  private static Optional<String> size(JmhResult result) {
    return result.parameter("size").filter(size -> !size.equals("own"));
  }

  private static boolean isOnGpu(JmhResult result) {
    return result.parameter("device").orElse("cpu").equals("gpu");
  }

  /** Whether a map is made in the usual way: Grad-CAM. */
  static boolean isGradCam(JmhResult result) {
    return result.parameter("method").orElse("grad-cam").equals("grad-cam");
  }
}
