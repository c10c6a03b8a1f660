package io.github.gradcam.dl4j.internal.engine;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Central differences of fourth order, along random directions and single coordinates. The steps
 * are short, so that no kink is crossed, and the order is high, so that short steps are enough.
 */
final class Differences {

  private static final double STEP = 2e-5;
  private static final int DIRECTIONS = 2;
  private static final int COORDINATES = 4;

  private Differences() {}

  /** How far the way back from one value to an earlier one is from differences, relatively. */
  static double error(Trial trial, int from, int to) {
    Random random = new Random(31L * from + to);
    INDArray cotangent = Numbers.normal(random.nextLong(), trial.value(to).shape());
    INDArray back = trial.back(from, to, cotangent);
    long[] shape = trial.value(from).shape();
    double norm = Math.sqrt(Numbers.dot(back, back));
    double worst = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      INDArray direction = Numbers.normal(random.nextLong(), shape);
      worst = Math.max(worst, error(trial, from, to, cotangent, back, direction, norm));
    }
    for (int i = 0; i < COORDINATES; i++) {
      INDArray direction = Numbers.unit(random.nextInt((int) back.length()), shape);
      worst =
          Math.max(
              worst, error(trial, from, to, cotangent, back, direction, Numbers.largest(back)));
    }
    return worst;
  }

  private static double error(
      Trial trial,
      int from,
      int to,
      INDArray cotangent,
      INDArray back,
      INDArray direction,
      double size) {
    double found = Numbers.dot(back, direction);
    double expected =
        (8
                    * (along(trial, from, to, cotangent, direction, 1)
                        - along(trial, from, to, cotangent, direction, -1))
                - along(trial, from, to, cotangent, direction, 2)
                + along(trial, from, to, cotangent, direction, -2))
            / (12 * STEP);
    double off = Math.abs(found - expected);
    return off == 0 ? 0 : off / Math.max(Math.abs(expected), size);
  }

  private static double along(
      Trial trial, int from, int to, INDArray cotangent, INDArray direction, int steps) {
    INDArray other = trial.value(from).add(direction.mul(steps * STEP));
    return Numbers.dot(trial.changed(from, other, to), cotangent);
  }
}
