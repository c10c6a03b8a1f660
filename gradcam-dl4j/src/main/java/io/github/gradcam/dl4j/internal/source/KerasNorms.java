package io.github.gradcam.dl4j.internal.source;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Layers that shift and stretch each channel. All become a batch normalization. */
final class KerasNorms {

  /** Keras divides by no deviation smaller than 1e-7. */
  private static final double LEAST_VARIANCE = 1e-14;

  private static final int MOST_CHANNELS = 1 << 20;

  private KerasNorms() {}

  static KerasStep batch(KerasLayer layer, KerasShape input) {
    requireLast(layer, input);
    return step(
        layer,
        input,
        layer.settings().number("epsilon", 1e-3),
        Map.of(
            BatchNormalizationParamInitializer.GAMMA,
            layer.settings().flag("scale", true) ? KerasWeight.same("gamma") : constant(input, 1),
            BatchNormalizationParamInitializer.BETA,
            layer.settings().flag("center", true) ? KerasWeight.same("beta") : constant(input, 0),
            BatchNormalizationParamInitializer.GLOBAL_MEAN,
            KerasWeight.same("moving_mean"),
            BatchNormalizationParamInitializer.GLOBAL_VAR,
            KerasWeight.same("moving_variance")));
  }

  static KerasStep rescaling(KerasLayer layer, KerasShape input) {
    return step(
        layer,
        input,
        0,
        Map.of(
            BatchNormalizationParamInitializer.GAMMA,
            setting(layer, "scale", input),
            BatchNormalizationParamInitializer.BETA,
            setting(layer, "offset", input),
            BatchNormalizationParamInitializer.GLOBAL_MEAN,
            constant(input, 0),
            BatchNormalizationParamInitializer.GLOBAL_VAR,
            constant(input, 1)));
  }

  /** Its numbers are weights, or settings where they were given. */
  static KerasStep normalization(KerasLayer layer, KerasShape input) {
    requireLast(layer, input);
    if (layer.settings().flag("invert", false)) {
      throw layer.unlike("which is inverted");
    }
    boolean given = layer.settings().has("mean");
    KerasWeight mean = given ? setting(layer, "mean", input) : KerasWeight.same("mean");
    KerasWeight variance = given ? setting(layer, "variance", input) : KerasWeight.same("variance");
    return step(
        layer,
        input,
        0,
        Map.of(
            BatchNormalizationParamInitializer.GAMMA,
            constant(input, 1),
            BatchNormalizationParamInitializer.BETA,
            constant(input, 0),
            BatchNormalizationParamInitializer.GLOBAL_MEAN,
            mean,
            BatchNormalizationParamInitializer.GLOBAL_VAR,
            arrays -> Transforms.max(variance.from(arrays), LEAST_VARIANCE)));
  }

  private static void requireLast(KerasLayer layer, KerasShape input) {
    Object axis = layer.settings().values().get("axis");
    Object single = axis instanceof List<?> list && list.size() == 1 ? list.get(0) : axis;
    boolean last = single instanceof Integer whole && (whole == -1 || whole == input.rank());
    if (axis != null && !last) {
      throw layer.unlike("which is not over the last axis, but over axis " + single);
    }
  }

  private static KerasStep step(
      KerasLayer layer, KerasShape input, double epsilon, Map<String, KerasWeight> weights) {
    requireChannels(layer, input);
    BatchNormalization made =
        new BatchNormalization.Builder()
            .nIn(input.channels())
            .nOut(input.channels())
            .eps(epsilon)
            .useLogStd(false)
            .dataFormat(CNN2DFormat.NHWC)
            .build();
    return new KerasStep.Computes(made, input, weights);
  }

  private static void requireChannels(KerasLayer layer, KerasShape input) {
    boolean sensible = input.channels() != KerasShape.ANY && input.channels() <= MOST_CHANNELS;
    if (!sensible || (input.rank() != 1 && input.rank() != 3)) {
      throw layer.refused("whose input has the shape " + input);
    }
  }

  private static KerasWeight constant(KerasShape input, double value) {
    return arrays -> Nd4j.valueArrayOf(new long[] {input.channels()}, value, DataType.DOUBLE);
  }

  /** One number for all channels, or one for each. */
  private static KerasWeight setting(KerasLayer layer, String key, KerasShape input) {
    Object value = layer.settings().values().get(key);
    if (value instanceof Number number) {
      return constant(input, number.doubleValue());
    }
    List<?> list = layer.settings().list(key);
    if (list.size() != input.channels() || !list.stream().allMatch(Number.class::isInstance)) {
      throw layer.settings().odd(key, value);
    }
    return numbers(list.stream().mapToDouble(one -> ((Number) one).doubleValue()).toArray());
  }

  private static KerasWeight numbers(double[] numbers) {
    return arrays -> Nd4j.createFromArray(numbers);
  }
}
