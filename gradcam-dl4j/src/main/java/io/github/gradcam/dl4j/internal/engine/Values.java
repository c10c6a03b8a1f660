package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Plan;
import io.github.gradcam.dl4j.internal.plan.Step;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The values of a plan in one pass, as far as they are computed. Belongs to one thread. */
final class Values {

  private final Plan plan;
  private final @Nullable INDArray[] arrays;

  Values(Plan plan) {
    this.plan = plan;
    this.arrays = new INDArray[plan.values()];
  }

  void set(int value, INDArray array) {
    arrays[value] = array;
  }

  boolean has(int value) {
    return arrays[value] != null;
  }

  INDArray get(int value) {
    INDArray array = arrays[value];
    if (array == null) {
      throw new IllegalStateException("value " + value + " was not computed");
    }
    return array;
  }

  List<INDArray> inputs(Step step) {
    return step.inputs().stream().map(this::get).toList();
  }

  /** Computes values, those aside that are there. */
  void compute(BitSet wanted) {
    for (int i = 0; i < plan.steps().size(); i++) {
      if (wanted.get(i + 1) && !has(i + 1)) {
        Step step = plan.steps().get(i);
        try {
          set(i + 1, step.rule().forward(inputs(step)));
        } catch (RuntimeException failed) {
          throw new StepException(step, failed);
        }
      }
    }
  }

  /**
   * The cotangents of layers.
   *
   * @param wiring the layers
   * @param cotangent that of the output
   * @return by value; null where no gradient leads to
   */
  @Nullable INDArray[] back(Wiring wiring, INDArray cotangent) {
    @Nullable INDArray[] cotangents = new INDArray[plan.values()];
    cotangents[plan.output()] = cotangent;
    for (int i = plan.output() - 1; i >= 0; i--) {
      INDArray given = cotangents[i + 1];
      Step step = plan.steps().get(i);
      if (given != null && step.inputs().stream().anyMatch(wiring.behind()::get)) {
        try {
          List<INDArray> passed = passed(step, get(i + 1), given);
          for (int k = 0; k < passed.size(); k++) {
            int input = step.inputs().get(k);
            if (wiring.behind().get(input)) {
              INDArray before = cotangents[input];
              cotangents[input] = before == null ? passed.get(k) : before.add(passed.get(k));
            }
          }
        } catch (RuntimeException failed) {
          throw new StepException(step, failed);
        }
      }
    }
    return cotangents;
  }

  /** What a step passes back, as it must be: an application's own rule may be wrong. */
  private List<INDArray> passed(Step step, INDArray output, INDArray cotangent) {
    List<INDArray> inputs = inputs(step);
    List<INDArray> passed = step.rule().backward(inputs, output, cotangent);
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
    return passed;
  }
}
