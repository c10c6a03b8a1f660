package io.github.gradcam.bench.network.weights;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.architecture.Operation;
import io.github.gradcam.bench.network.architecture.Step;
import io.github.gradcam.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The numbers of a network, drawn so that its activations neither vanish nor grow.
 *
 * <p>Filters are scaled after He et al., and their mean is taken away: rectified inputs have a
 * common part, and if it went on from layer to layer, the places of the last map would be told
 * apart by rounding alone.
 */
final class Parameters {

  /** A rectified normal variable has a variance of 0.341 times the squared width. */
  private static final double RECTIFIED = 1 / 0.341;

  private static final double OFFSET = 0.1;
  private static final double SPREAD = 0.2;

  private Parameters() {}

  static List<Parameter> of(Network network) {
    List<Parameter> parameters = new ArrayList<>();
    for (Step step : network.steps()) {
      if (step.turn() == 0) {
        add(step.path(), step.operation(), parameters);
      }
    }
    return parameters;
  }

  private static void add(String path, Operation operation, List<Parameter> parameters) {
    if (operation instanceof Operation.Convolution convolution) {
      Shape shape =
          Shape.of(
              convolution.outputs(),
              convolution.inputs() / convolution.groups(),
              convolution.kernel(),
              convolution.kernel());
      parameters.add(
          convolution.isDepthwise()
              ? rows(path + ".weight", shape, around(0, limit(shape.item().size(), 2)))
              : rows(path + ".weight", shape, filter(shape.item().size())));
      if (convolution.bias() == Operation.Bias.ADDED) {
        parameters.add(vector(path + ".bias", convolution.outputs(), around(0, OFFSET)));
      }
    } else if (operation instanceof Operation.BatchNorm norm) {
      int channels = norm.channels();
      double scale = norm.scale();
      parameters.add(vector(path + ".weight", channels, around(scale, SPREAD * scale)));
      parameters.add(vector(path + ".bias", channels, around(0, OFFSET)));
      parameters.add(vector(path + ".running_mean", channels, around(0, OFFSET)));
      parameters.add(vector(path + ".running_var", channels, around(1, SPREAD)));
    } else if (operation instanceof Operation.Linear linear) {
      Shape shape = Shape.of(linear.outputs(), linear.inputs());
      parameters.add(rows(path + ".weight", shape, filter(linear.inputs())));
      parameters.add(vector(path + ".bias", linear.outputs(), around(0, OFFSET)));
    }
  }

  private static Parameter rows(String name, Shape shape, Parameter.Draw draw) {
    return new Parameter(name, shape, shape.item().size(), draw);
  }

  private static Parameter vector(String name, int length, Parameter.Draw draw) {
    return new Parameter(name, Shape.of(length), length, draw);
  }

  /** Uniform numbers: these alone are the same in every version of Java. */
  private static Parameter.Draw around(double middle, double most) {
    return (numbers, random) -> {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) (middle + most * (2 * random.nextDouble() - 1));
      }
    };
  }

  private static Parameter.Draw filter(int inputs) {
    Parameter.Draw uniform = around(0, limit(inputs, RECTIFIED));
    return (numbers, random) -> {
      uniform.fill(numbers, random);
      takeMeanAway(numbers);
    };
  }

  private static void takeMeanAway(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += number;
    }
    float mean = (float) (sum / numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] -= mean;
    }
  }

  /** The largest number of a uniform distribution whose variance is {@code gain / inputs}. */
  private static double limit(int inputs, double gain) {
    return Math.sqrt(3 * gain / inputs);
  }

  static SplittableRandom random(Network network, Parameter parameter) {
    return new SplittableRandom(31L * network.name().hashCode() + parameter.name().hashCode());
  }
}
