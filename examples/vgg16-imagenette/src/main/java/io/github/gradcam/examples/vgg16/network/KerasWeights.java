package io.github.gradcam.examples.vgg16.network;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * VGG16's convolutions as Keras Applications publishes them, {@code
 * vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5}: a group a layer, in it {@code
 * block1_conv1_W_1:0}, {@code [height, width, in, out]}, and {@code block1_conv1_b_1:0}.
 */
public final class KerasWeights {

  private static final String ADVICE =
      " Take vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5 of Keras Applications, or leave out"
          + " --weights, and it is downloaded.";

  private KerasWeights() {}

  /**
   * Reads the file.
   *
   * @param file an HDF5 file
   * @return the convolutions, without a head
   * @throws WeightsException if it is another file, or damaged
   */
  public static Weights read(Path file) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try (HdfFile hdf = new HdfFile(file)) {
      int channels = Vgg16.INPUT.length(0);
      for (String layer : Vgg16.convolutions()) {
        Shape kernel = shape(hdf, file, layer, "W");
        if (kernel.rank() != 4
            || kernel.length(0) != 3
            || kernel.length(1) != 3
            || kernel.length(2) != channels) {
          throw new WeightsException(
              file
                  + ": the kernel of "
                  + layer
                  + " has the shape "
                  + kernel
                  + "; VGG16's is [3, 3, "
                  + channels
                  + ", outputs]."
                  + ADVICE);
        }
        int outputs = kernel.length(3);
        float[] weight = values(hdf, file, layer, "W", kernel);
        float[] bias = values(hdf, file, layer, "b", Shape.of(outputs));
        tensors.put(layer + ".weight", outputsFirst(weight, channels, outputs));
        tensors.put(layer + ".bias", Tensor.of(Shape.of(outputs), bias));
        channels = outputs;
      }
    } catch (HdfException e) {
      throw new WeightsException(
          file + " cannot be read as HDF5: " + e.getMessage() + "." + ADVICE, e);
    }
    return new Weights(tensors);
  }

  private static Tensor outputsFirst(float[] kernel, int inputs, int outputs) {
    return Tensor.written(
        Shape.of(outputs, inputs, 3, 3),
        turned -> {
          int at = 0;
          for (int place = 0; place < 9; place++) {
            for (int input = 0; input < inputs; input++) {
              for (int output = 0; output < outputs; output++) {
                turned[(output * inputs + input) * 9 + place] = kernel[at++];
              }
            }
          }
        });
  }

  private static Shape shape(HdfFile hdf, Path file, String layer, String kind) {
    int[] axes = dataset(hdf, file, layer, kind).getDimensions();
    if (axes.length == 0 || Arrays.stream(axes).anyMatch(axis -> axis < 1)) {
      throw new WeightsException(
          file + ": " + layer + " has the shape " + Arrays.toString(axes) + "." + ADVICE);
    }
    return Shape.of(axes);
  }

  private static float[] values(HdfFile hdf, Path file, String layer, String kind, Shape shape) {
    Dataset dataset = dataset(hdf, file, layer, kind);
    boolean fits =
        dataset.getJavaType() == float.class
            && Arrays.equals(dataset.getDimensions(), shape.toArray())
            && shape.size() * (long) Float.BYTES <= hdf.size();
    if (!fits || !(dataset.getDataFlat() instanceof float[] values)) {
      throw new WeightsException(
          file
              + ": "
              + dataset.getPath()
              + " holds "
              + dataset.getJavaType()
              + " "
              + Arrays.toString(dataset.getDimensions())
              + "; expected was float "
              + shape
              + "."
              + ADVICE);
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new WeightsException(
            file + ": " + dataset.getPath() + " holds " + value + "." + ADVICE);
      }
    }
    return values;
  }

  private static Dataset dataset(HdfFile hdf, Path file, String layer, String kind) {
    String path = "/" + layer + "/" + layer + "_" + kind + "_1:0";
    if (hdf.getByPath(path) instanceof Dataset dataset) {
      return dataset;
    }
    throw new WeightsException(file + " holds no " + path + "." + ADVICE);
  }
}
