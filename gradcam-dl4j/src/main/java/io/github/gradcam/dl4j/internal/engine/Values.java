package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Plan;
import io.github.gradcam.dl4j.internal.plan.Step;
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
}
