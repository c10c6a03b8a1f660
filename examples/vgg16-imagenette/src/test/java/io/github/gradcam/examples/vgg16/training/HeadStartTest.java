package io.github.gradcam.examples.vgg16.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeadStartTest {

  private static final int PHOTOS = 60;
  private static final int CHANNELS = 4;
  private static final int CLASSES = 3;
  private static final double SMOOTHING = 0.1;
  private static final double PENALTY = 1e-5;

  /** At the minimum of a convex function its gradient, computed by hand, is nothing. */
  @Test
  void isAtTheMinimum() {
    Random random = new Random(1);
    int[] classes = random.ints(PHOTOS, 0, CLASSES).toArray();
    double[][] directions = new double[PHOTOS][];
    for (int photo = 0; photo < PHOTOS; photo++) {
      double[] direction = random.doubles(CHANNELS, 0.1, 1).toArray();
      direction[classes[photo]] += 0.5;
      double length = Math.sqrt(java.util.stream.DoubleStream.of(direction).map(x -> x * x).sum());
      directions[photo] =
          java.util.stream.DoubleStream.of(direction).map(x -> x / length).toArray();
    }
    AtomicInteger steps = new AtomicInteger();

    Map<String, Tensor> head =
        HeadStart.fit(
            tensor(directions), classes, new SmoothedLabels(CLASSES, SMOOTHING), steps::addAndGet);

    assertThat(steps).hasValue(HeadStart.STEPS);
    Tensor weight = Objects.requireNonNull(head.get(Vgg16.HEAD + ".weight"));
    Tensor bias = Objects.requireNonNull(head.get(Vgg16.HEAD + ".bias"));
    assertThat(weight.shape()).isEqualTo(Shape.of(CLASSES, CHANNELS));
    for (int c = 0; c < CLASSES; c++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        double gradient = 2 * PENALTY * weight.get(c, channel);
        for (int photo = 0; photo < PHOTOS; photo++) {
          double target = SMOOTHING / CLASSES + (classes[photo] == c ? 1 - SMOOTHING : 0);
          gradient +=
              (probability(weight, bias, directions[photo], c) - target)
                  * directions[photo][channel]
                  / PHOTOS;
        }
        assertThat(gradient).isCloseTo(0, within(2e-4));
      }
    }
  }

  private static double probability(Tensor weight, Tensor bias, double[] direction, int wanted) {
    double[] exponentials = new double[CLASSES];
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      double logit = bias.get(c);
      for (int channel = 0; channel < CHANNELS; channel++) {
        logit += weight.get(c, channel) * direction[channel];
      }
      exponentials[c] = Math.exp(logit);
      sum += exponentials[c];
    }
    return exponentials[wanted] / sum;
  }

  private static Tensor tensor(double[][] rows) {
    return Tensor.written(
        Shape.of(rows.length, CHANNELS),
        values -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / CHANNELS][i % CHANNELS];
          }
        });
  }
}
