package io.github.gradcam.examples.vgg16.network;

import io.github.gradcam.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of a network, by name, in no engine's own form: {@code block1_conv1.weight} is {@code
 * [out, in, 3, 3]}, {@code block1_conv1.bias} is {@code [out]}, {@code predictions.weight} is
 * {@code [classes, channels]}, {@code predictions.bias} is {@code [classes]}. The first convolution
 * takes blue, green and red, as {@link Vgg16#PREPROCESSING} gives them.
 *
 * @param tensors the numbers; the order is kept
 */
public record Weights(Map<String, Tensor> tensors) {

  /** Takes a copy. */
  public Weights {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /**
   * The numbers of a layer that its outputs are multiplied from.
   *
   * @param layer a convolution's name, or {@link Vgg16#HEAD}
   */
  public Tensor weight(String layer) {
    return get(layer + ".weight");
  }

  /**
   * What a layer adds, one number an output.
   *
   * @param layer a convolution's name, or {@link Vgg16#HEAD}
   */
  public Tensor bias(String layer) {
    return get(layer + ".bias");
  }

  /** Whether there is a head, and not only the convolutions. */
  public boolean hasHead() {
    return tensors.containsKey(Vgg16.HEAD + ".weight");
  }

  /**
   * These, and in the place of those with the same names, others.
   *
   * @param others what is new
   */
  public Weights with(Map<String, Tensor> others) {
    Map<String, Tensor> all = new LinkedHashMap<>(tensors);
    all.putAll(others);
    return new Weights(all);
  }

  /**
   * Some numbers.
   *
   * @param name as {@code block1_conv1.weight}
   * @throws WeightsException if there are none of that name
   */
  public Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new WeightsException("The weights hold no " + name + ", but " + tensors.keySet() + ".");
    }
    return tensor;
  }
}
