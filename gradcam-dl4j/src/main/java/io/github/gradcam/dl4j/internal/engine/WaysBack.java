package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Plan;
import io.github.gradcam.dl4j.internal.plan.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * From the output of a pass back to layers, with several cotangents side by side.
 *
 * @param plan the network
 * @param values the pass
 * @param wiring the layers
 */
record WaysBack(Plan plan, Values values, Wiring wiring) {

  /** How many numbers all ways together may hold in each of their values, on average. */
  private static final long ROOM = 1L << 24;

  /** How many ways may be gone side by side, so that their memory is bounded. */
  int atOnce() {
    long numbers =
        wiring.behind().stream().filter(wiring.above()::get).mapToLong(this::length).sum();
    return Math.toIntExact(Math.max(1, Math.min(Integer.MAX_VALUE, ROOM / Math.max(1, numbers))));
  }

  private long length(int value) {
    return values.get(value).length();
  }

  /**
   * The cotangents of every value on the way.
   *
   * @param outputs those of the output
   * @return by value, one for each of the output's; null where no gradient leads to
   */
  List<@Nullable List<INDArray>> of(List<INDArray> outputs) {
    List<@Nullable List<INDArray>> cotangents = new ArrayList<>();
    for (int value = 0; value < plan.values(); value++) {
      cotangents.add(value == plan.output() ? outputs : null);
    }
    for (int i = plan.output() - 1; i >= 0; i--) {
      List<INDArray> given = cotangents.get(i + 1);
      Step step = plan.steps().get(i);
      if (given != null && step.inputs().stream().anyMatch(wiring.behind()::get)) {
        try {
          passOn(step, passed(step, values.get(i + 1), given), cotangents);
        } catch (RuntimeException failed) {
          throw new StepException(step, failed);
        }
      }
    }
    return cotangents;
  }

  private void passOn(
      Step step, List<List<INDArray>> passed, List<@Nullable List<INDArray>> cotangents) {
    for (int k = 0; k < step.flowing(); k++) {
      int from = k;
      int input = step.inputs().get(k);
      if (wiring.behind().get(input)) {
        cotangents.set(
            input,
            sum(cotangents.get(input), passed.stream().map(each -> each.get(from)).toList()));
      }
    }
  }

  private static List<INDArray> sum(@Nullable List<INDArray> before, List<INDArray> more) {
    if (before == null) {
      return more;
    }
    List<INDArray> sums = new ArrayList<>();
    for (int way = 0; way < more.size(); way++) {
      sums.add(before.get(way).add(more.get(way)));
    }
    return sums;
  }

  /** What a step passes back, as it must be: an application's own rule may be wrong. */
  private List<List<INDArray>> passed(Step step, INDArray output, List<INDArray> cotangents) {
    List<INDArray> inputs = values.inputs(step);
    List<List<INDArray>> passed = step.backwards(inputs, output, cotangents);
    passed.forEach(each -> check(step, inputs, each));
    return passed;
  }

  private static void check(Step step, List<INDArray> inputs, List<INDArray> passed) {
    if (passed.size() != step.flowing()) {
      throw new IllegalStateException(
          "the rule passes "
              + passed.size()
              + " cotangents back to "
              + step.flowing()
              + (step.flowing() == 1 ? " input" : " inputs"));
    }
    for (int k = 0; k < passed.size(); k++) {
      if (!Arrays.equals(passed.get(k).shape(), inputs.get(k).shape())) {
        throw new IllegalStateException(
            "the rule passes a cotangent of shape "
                + Arrays.toString(passed.get(k).shape())
                + " back to an input of shape "
                + Arrays.toString(inputs.get(k).shape()));
      }
    }
  }
}
