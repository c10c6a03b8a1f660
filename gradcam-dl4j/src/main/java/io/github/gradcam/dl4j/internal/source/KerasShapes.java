package io.github.gradcam.dl4j.internal.source;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;

/** Layers that only move numbers. */
final class KerasShapes {

  private static final int IMAGE = 3;

  private KerasShapes() {}

  static KerasShape single(KerasLayer layer, List<KerasShape> inputs) {
    if (inputs.size() != 1) {
      throw layer.refused("which should take one input and takes " + inputs.size());
    }
    return inputs.get(0);
  }

  /** Fails for what is no image with its channels last. */
  static void requireImage(KerasLayer layer, KerasShape input) {
    if (input.rank() != IMAGE || input.channels() == KerasShape.ANY) {
      throw layer.refused(
          "whose input has the shape " + input + ", and should be [height, width, channels]");
    }
  }

  private static void requireKnown(KerasLayer layer, KerasShape input) {
    if (!input.isKnown()) {
      throw layer.refused(
          "whose input has the shape "
              + input
              + ". Build the network for images of one size, with shape=(height, width, channels)");
    }
  }

  static KerasStep flatten(KerasLayer layer, KerasShape input) {
    requireKnown(layer, input);
    if (input.rank() == 1) {
      return KerasStep.nothing(input);
    }
    requireImage(layer, input);
    return new KerasStep.Moves(
        new PreprocessorVertex(
            new CnnToFeedForwardPreProcessor(
                input.length(0), input.length(1), input.channels(), CNN2DFormat.NHWC)),
        KerasShape.of(input.size()));
  }

  static KerasStep reshape(KerasLayer layer, KerasShape input) {
    requireKnown(layer, input);
    List<Integer> lengths = new ArrayList<>();
    long known = 1;
    for (Object length : layer.settings().list("target_shape")) {
      if (!(length instanceof Integer whole) || (whole < 1 && whole != KerasShape.ANY)) {
        throw layer.settings().odd("target_shape", length);
      }
      lengths.add(whole);
      known = Math.multiplyExact(known, whole == KerasShape.ANY ? 1 : whole);
    }
    int open = lengths.indexOf(KerasShape.ANY);
    if (open >= 0) {
      lengths.set(open, (int) (input.size() / known));
    }
    KerasShape shape = new KerasShape(lengths);
    boolean sensible = shape.rank() == 1 || shape.rank() == IMAGE;
    if (!sensible || !shape.isKnown() || shape.size() != input.size()) {
      throw layer.refused(
          "which makes "
              + layer.settings().list("target_shape")
              + " of "
              + input
              + ". Only images and lists of numbers are made of each other");
    }
    int[] target = new int[shape.rank() + 1];
    target[0] = KerasShape.ANY;
    for (int i = 0; i < shape.rank(); i++) {
      target[i + 1] = shape.length(i);
    }
    return new KerasStep.Moves(new ReshapeVertex(target), shape);
  }

  static KerasStep padding(KerasLayer layer, KerasShape input) {
    requireImage(layer, input);
    int[] edges = edges(layer, "padding");
    return KerasStep.layer(
        new ZeroPaddingLayer.Builder(edges).dataFormat(CNN2DFormat.NHWC).build(),
        grown(layer, input, edges, 1));
  }

  static KerasStep cropping(KerasLayer layer, KerasShape input) {
    requireImage(layer, input);
    int[] edges = edges(layer, "cropping");
    return KerasStep.layer(
        new Cropping2D.Builder(edges).dataFormat(CNN2DFormat.NHWC).build(),
        grown(layer, input, edges, -1));
  }

  static KerasStep upsampling(KerasLayer layer, KerasShape input) {
    requireImage(layer, input);
    if (!layer.settings().text("interpolation", "nearest").equals("nearest")) {
      throw layer.unlike("which interpolates. Deeplearning4j only repeats pixels");
    }
    int[] times = layer.settings().sizes("size", 2);
    KerasShape shape = input;
    for (int axis = 0; axis < 2; axis++) {
      if (input.length(axis) != KerasShape.ANY) {
        shape = shape.with(axis, Math.multiplyExact(input.length(axis), times[axis]));
      }
    }
    return KerasStep.layer(
        new Upsampling2D.Builder().size(times).dataFormat(CNN2DFormat.NHWC).build(), shape);
  }

  private static KerasShape grown(KerasLayer layer, KerasShape input, int[] edges, int sign) {
    KerasShape shape = input;
    for (int axis = 0; axis < 2; axis++) {
      if (input.length(axis) != KerasShape.ANY) {
        int length = input.length(axis) + sign * (edges[2 * axis] + edges[2 * axis + 1]);
        if (length < 1) {
          throw layer.refused("which leaves nothing of its input " + input);
        }
        shape = shape.with(axis, length);
      }
    }
    return shape;
  }

  /** Top, bottom, left and right: one number, one for each axis, or two for each. */
  private static int[] edges(KerasLayer layer, String key) {
    Object value = layer.settings().values().get(key);
    int[] edges = new int[4];
    for (int i = 0; i < edges.length; i++) {
      Object axis = value instanceof List<?> list && list.size() == 2 ? list.get(i / 2) : value;
      Object edge = axis instanceof List<?> list && list.size() == 2 ? list.get(i % 2) : axis;
      if (!(edge instanceof Integer whole) || whole < 0 || whole > 1 << 20) {
        throw layer.settings().odd(key, value);
      }
      edges[i] = whole;
    }
    return edges;
  }
}
