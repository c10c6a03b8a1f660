package io.github.gradcam.examples.vgg16.training;

import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean of networks that were trained from the same start: one network, that costs what one
 * costs and knows a little more (Wortsman et al., Model soups, 2022).
 */
final class Soup {

  private Soup() {}

  /**
   * Averages weights.
   *
   * @param networks with the same names and shapes
   */
  static Map<String, Tensor> of(List<Weights> networks) {
    Map<String, Tensor> means = new LinkedHashMap<>();
    networks
        .get(0)
        .tensors()
        .forEach(
            (name, tensor) ->
                means.put(
                    name,
                    Tensor.written(
                        tensor.shape(),
                        mean -> {
                          for (Weights network : networks) {
                            float[] values = network.get(name).toArray();
                            for (int i = 0; i < mean.length; i++) {
                              mean[i] += values[i] / networks.size();
                            }
                          }
                        })));
    return means;
  }
}
