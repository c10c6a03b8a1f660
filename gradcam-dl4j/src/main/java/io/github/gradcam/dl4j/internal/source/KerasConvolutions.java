package io.github.gradcam.dl4j.internal.source;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.params.DepthwiseConvolutionParamInitializer;
import org.deeplearning4j.nn.params.SeparableConvolutionParamInitializer;

/** Layers that are a product with weights. */
final class KerasConvolutions {

  private static final String KERNEL = "kernel";
  private static final String DEPTHWISE = "depthwise_kernel";
  private static final String POINTWISE = "pointwise_kernel";
  private static final String BIAS = "bias";

  /** From height, width, in, out to out, in, height, width. */
  private static final int[] OUT_FIRST = {3, 2, 0, 1};

  private KerasConvolutions() {}

  static KerasStep convolution(KerasLayer layer, KerasShape input) {
    KerasWindow window = KerasWindow.ofKernel(layer, input);
    if (layer.settings().number("groups", 1) != 1) {
      throw layer.unlike("which has groups. Deeplearning4j has none");
    }
    int out = layer.settings().size("filters");
    ConvolutionLayer made =
        moved(new ConvolutionLayer.Builder(window.kernel()), layer, window)
            .nIn(input.channels())
            .nOut(out)
            .dataFormat(CNN2DFormat.NHWC)
            .build();
    return new KerasStep.Computes(
        made,
        window.output(layer, input).withChannels(out),
        weights(
            layer,
            ConvolutionParamInitializer.BIAS_KEY,
            Map.of(
                ConvolutionParamInitializer.WEIGHT_KEY, KerasWeight.permuted(KERNEL, OUT_FIRST))));
  }

  static KerasStep depthwise(KerasLayer layer, KerasShape input) {
    KerasWindow window = KerasWindow.ofKernel(layer, input);
    int times = multiplier(layer);
    int out = Math.multiplyExact(input.channels(), times);
    DepthwiseConvolution2D made =
        moved(new DepthwiseConvolution2D.Builder(window.kernel()), layer, window)
            .depthMultiplier(times)
            .nIn(input.channels())
            .nOut(out)
            .dataFormat(CNN2DFormat.NHWC)
            .build();
    return new KerasStep.Computes(
        made,
        window.output(layer, input).withChannels(out),
        weights(
            layer,
            DepthwiseConvolutionParamInitializer.BIAS_KEY,
            Map.of(DepthwiseConvolutionParamInitializer.WEIGHT_KEY, KerasWeight.same(DEPTHWISE))));
  }

  static KerasStep separable(KerasLayer layer, KerasShape input) {
    KerasWindow window = KerasWindow.ofKernel(layer, input);
    int out = layer.settings().size("filters");
    SeparableConvolution2D made =
        moved(new SeparableConvolution2D.Builder(window.kernel()), layer, window)
            .depthMultiplier(multiplier(layer))
            .nIn(input.channels())
            .nOut(out)
            .dataFormat(CNN2DFormat.NHWC)
            .build();
    return new KerasStep.Computes(
        made,
        window.output(layer, input).withChannels(out),
        weights(
            layer,
            SeparableConvolutionParamInitializer.BIAS_KEY,
            Map.of(
                SeparableConvolutionParamInitializer.DEPTH_WISE_WEIGHT_KEY,
                KerasWeight.permuted(DEPTHWISE, OUT_FIRST),
                SeparableConvolutionParamInitializer.POINT_WISE_WEIGHT_KEY,
                KerasWeight.permuted(POINTWISE, OUT_FIRST))));
  }

  static KerasStep transposed(KerasLayer layer, KerasShape input) {
    KerasWindow window = KerasWindow.ofKernel(layer, input);
    if (layer.settings().has("output_padding") || window.isDilated()) {
      throw layer.unlike("which has output_padding or dilation. Deeplearning4j has none there");
    }
    int out = layer.settings().size("filters");
    KerasShape shape = input.withChannels(out);
    for (int axis = 0; axis < 2; axis++) {
      int stride = window.stride()[axis];
      int kernel = window.kernel()[axis];
      if (window.mode() != ConvolutionMode.Same && kernel < stride) {
        throw layer.unlike("whose kernel is smaller than its stride");
      }
      int length = input.length(axis);
      if (length != KerasShape.ANY) {
        int same = Math.multiplyExact(length, stride);
        shape =
            shape.with(axis, window.mode() == ConvolutionMode.Same ? same : same + kernel - stride);
      }
    }
    Deconvolution2D made =
        moved(new Deconvolution2D.Builder(window.kernel()), layer, window)
            .nIn(input.channels())
            .nOut(out)
            .dataFormat(CNN2DFormat.NHWC)
            .build();
    return new KerasStep.Computes(
        made,
        shape,
        weights(
            layer,
            ConvolutionParamInitializer.BIAS_KEY,
            Map.of(
                ConvolutionParamInitializer.WEIGHT_KEY, KerasWeight.permuted(KERNEL, OUT_FIRST))));
  }

  /** On an image it is a convolution whose kernel is one pixel. */
  static KerasStep dense(KerasLayer layer, KerasShape input) {
    int out = layer.settings().size("units");
    if (input.rank() == 3) {
      ConvolutionLayer made =
          new ConvolutionLayer.Builder(1, 1)
              .dataFormat(CNN2DFormat.NHWC)
              .nIn(input.channels())
              .nOut(out)
              .hasBias(bias(layer))
              .activation(KerasActivations.of(layer))
              .build();
      KerasWeight kernel =
          arrays -> arrays.read(KERNEL, 2).permute(1, 0).reshape(out, input.channels(), 1, 1);
      return new KerasStep.Computes(
          made,
          input.withChannels(out),
          weights(
              layer,
              ConvolutionParamInitializer.BIAS_KEY,
              Map.of(ConvolutionParamInitializer.WEIGHT_KEY, kernel)));
    } else if (input.rank() != 1 || !input.isKnown()) {
      throw layer.refused(
          "whose input has the shape " + input + ", and should be a list of numbers");
    }
    DenseLayer made =
        new DenseLayer.Builder()
            .nIn(input.channels())
            .nOut(out)
            .hasBias(bias(layer))
            .activation(KerasActivations.of(layer))
            .build();
    return new KerasStep.Computes(
        made,
        KerasShape.of(out),
        weights(
            layer,
            DefaultParamInitializer.BIAS_KEY,
            Map.of(DefaultParamInitializer.WEIGHT_KEY, KerasWeight.same(KERNEL))));
  }

  /** As the layer says that a kernel moves, and what it does to the result. */
  private static <B extends ConvolutionLayer.BaseConvBuilder<B>> B moved(
      B builder, KerasLayer layer, KerasWindow window) {
    return builder
        .stride(window.stride())
        .dilation(window.dilation())
        .convolutionMode(window.mode())
        .hasBias(bias(layer))
        .activation(KerasActivations.of(layer));
  }

  private static int multiplier(KerasLayer layer) {
    return layer.settings().has("depth_multiplier") ? layer.settings().size("depth_multiplier") : 1;
  }

  private static boolean bias(KerasLayer layer) {
    return layer.settings().flag("use_bias", true);
  }

  private static Map<String, KerasWeight> weights(
      KerasLayer layer, String biasKey, Map<String, KerasWeight> kernels) {
    Map<String, KerasWeight> all = new HashMap<>(kernels);
    if (bias(layer)) {
      all.put(biasKey, KerasWeight.same(BIAS));
    }
    return all;
  }
}
