package io.github.gradcam.bench.network.torchscript;

import io.github.gradcam.bench.network.architecture.Operation;
import io.github.gradcam.bench.network.architecture.Operation.Bias;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The modules that hold no others: one operator each, as tracing leaves them. */
final class Leaf {

  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";
  private static final String MEAN = "running_mean";
  private static final String VARIANCE = "running_var";

  private Leaf() {}

  static Module of(String path, Operation operation) {
    if (operation instanceof Operation.Convolution convolution) {
      return convolution(path, convolution);
    } else if (operation instanceof Operation.BatchNorm) {
      return norm(path);
    } else if (operation instanceof Operation.Linear) {
      return module(
          "linear.Linear",
          path,
          List.of(WEIGHT, BIAS),
          "torch.linear(input, self.weight, self.bias)");
    } else if (operation instanceof Operation.MaxPool pool) {
      return module(
          "pooling.MaxPool2d",
          path,
          List.of(),
          "torch.max_pool2d(input, %s, %s, %s, [1, 1])"
              .formatted(pair(pool.kernel()), pair(pool.stride()), pair(pool.padding())));
    } else if (operation instanceof Operation.GlobalAveragePool) {
      return module(
          "pooling.AdaptiveAvgPool2d", path, List.of(), "torch.adaptive_avg_pool2d(input, [1, 1])");
    } else if (operation instanceof Operation.Relu) {
      return module("activation.ReLU", path, List.of(), "torch.relu_(input)");
    } else if (operation instanceof Operation.Relu6) {
      return module("activation.ReLU6", path, List.of(), "torch.hardtanh_(input, 0., 6.)");
    }
    throw new IllegalArgumentException(path + " is no module: " + operation);
  }

  private static Module convolution(String path, Operation.Convolution convolution) {
    boolean biased = convolution.bias() == Bias.ADDED;
    return module(
        "conv.Conv2d",
        path,
        biased ? List.of(WEIGHT, BIAS) : List.of(WEIGHT),
        "torch.conv2d(input, self.weight, %s, %s, %s, [1, 1], %d)"
            .formatted(
                biased ? "self.bias" : "None",
                pair(convolution.stride()),
                pair(convolution.padding()),
                convolution.groups()));
  }

  private static Module norm(String path) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(WEIGHT, Tensor.PARAMETER);
    tensors.put(BIAS, Tensor.PARAMETER);
    tensors.put(MEAN, Tensor.BUFFER);
    tensors.put(VARIANCE, Tensor.BUFFER);
    return new Module(
        "torch.nn.modules.batchnorm.BatchNorm2d",
        path,
        tensors,
        Map.of(),
        "    return torch.batch_norm(input, self.weight, self.bias, self.running_mean,"
            + " self.running_var, False, 0.1, "
            + Operation.BatchNorm.EPSILON
            + ", True)\n");
  }

  private static Module module(String type, String path, List<String> names, String result) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    names.forEach(name -> tensors.put(name, Tensor.PARAMETER));
    return new Module(
        "torch.nn.modules." + type, path, tensors, Map.of(), "    return " + result + "\n");
  }

  private static String pair(int number) {
    return "[" + number + ", " + number + "]";
  }
}
