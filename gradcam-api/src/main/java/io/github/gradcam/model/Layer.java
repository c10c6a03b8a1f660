package io.github.gradcam.model;

import io.github.gradcam.tensor.Shape;

/**
 * A layer as a model lists it.
 *
 * <p>A layer is addressed by a string: its {@code path} in the user's framework ({@code
 * features.29}, {@code vgg16/block5_conv3}) means its output. Where a layer is called more than
 * once, {@code path} is the first call and {@code path#2} the second. {@code path@input} is what
 * flows into the layer, as seen by that layer alone, and {@link #INPUT} is the network's own input.
 *
 * @param path the address of its output
 * @param kind the framework's name for what it is, such as {@code Conv2d}
 * @param outputShape the shape of its output for one image, without the batch: {@code [C, h, w]}
 */
public record Layer(String path, String kind, Shape outputShape) {

  /** The address of the network's input. */
  public static final String INPUT = "@input";
}
