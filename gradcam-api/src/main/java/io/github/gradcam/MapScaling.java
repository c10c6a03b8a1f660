package io.github.gradcam;

import io.github.gradcam.image.Resampling;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the raw maps of one layer or several to one heatmap between 0 and 1. */
record MapScaling(Normalization normalization, Fusion fusion) {

  /** pytorch-grad-cam's guard against a maximum of zero. */
  private static final float PEER_EPSILON = 1e-7f;

  Heatmap heatmap(List<Tensor> raw, Shape space, Optional<Photo> photo) {
    List<Tensor> resized = new ArrayList<>();
    boolean empty = true;
    for (Tensor map : raw) {
      float[] positive = positive(map);
      empty &= maximum(positive) == 0;
      resized.add(Resampling.linear(Tensor.of(map.shape(), scaled(positive)), space));
    }
    boolean single = raw.size() == 1;
    Tensor fused = single ? resized.get(0) : fused(resized, space);
    Tensor normalized =
        single && normalization == Normalization.MAXIMUM
            ? fused
            : Tensor.of(space, scaled(positive(fused)));
    return new Heatmap(List.copyOf(raw), single ? raw.get(0) : fused, normalized, empty, photo);
  }

  private float[] scaled(float[] positive) {
    float maximum = maximum(positive);
    return switch (normalization) {
      case MAXIMUM -> divided(positive, 0, maximum == 0 ? 1 : maximum);
      case PYTORCH_GRAD_CAM -> {
        float minimum = minimum(positive);
        yield divided(positive, minimum, PEER_EPSILON + (maximum - minimum));
      }
    };
  }

  private static float[] divided(float[] values, float minus, float by) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (values[i] - minus) / by;
    }
    return result;
  }

  private Tensor fused(List<Tensor> maps, Shape space) {
    float[] result = maps.get(0).toArray();
    for (Tensor map : maps.subList(1, maps.size())) {
      float[] values = map.toArray();
      for (int i = 0; i < result.length; i++) {
        result[i] = fusion == Fusion.MEAN ? result[i] + values[i] : Math.max(result[i], values[i]);
      }
    }
    return Tensor.of(space, fusion == Fusion.MEAN ? divided(result, 0, maps.size()) : result);
  }

  private static float[] positive(Tensor map) {
    float[] values = map.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], 0);
    }
    return values;
  }

  private static float maximum(float[] values) {
    float maximum = values[0];
    for (float value : values) {
      maximum = Math.max(maximum, value);
    }
    return maximum;
  }

  private static float minimum(float[] values) {
    float minimum = values[0];
    for (float value : values) {
      minimum = Math.min(minimum, value);
    }
    return minimum;
  }
}
