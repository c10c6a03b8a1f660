package io.github.gradcam.djl.internal.head;

import io.github.gradcam.djl.internal.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How tensors for the program are made once from stored ones.
 *
 * <p>Equal recipes make equal tensors, so programs for several layers share them.
 */
public sealed interface Recipe {

  /**
   * A stored tensor as it is.
   *
   * @param path where it is stored
   */
  record Plain(String path) implements Recipe {}

  /**
   * The weight and bias of a convolution, with the batch norm behind it folded in.
   *
   * @param weight where its weight is stored
   * @param bias where its bias is stored
   * @param norm the batch norm
   * @param geometry how it moves
   */
  record Kernel(String weight, Optional<String> bias, Optional<Norm> norm, Node.Geometry geometry)
      implements Recipe {

    boolean hasBias() {
      return bias.isPresent() || norm.isPresent();
    }

    /** The method's body that makes the two of the ingredients. */
    List<String> lines() {
      List<String> given = ingredients();
      List<String> lines = new ArrayList<>();
      String kernel = "raw[0]";
      String added = bias.map(path -> "raw[1]").orElse("");
      if (norm.isPresent()) {
        Norm folded = norm.get();
        lines.add("mean = torch.to(raw[" + given.indexOf(folded.mean()) + "], 7)");
        lines.add("variance = torch.to(raw[" + given.indexOf(folded.variance()) + "], 7)");
        lines.add("root = torch.rsqrt(torch.add(variance, " + folded.epsilon() + "))");
        lines.add(
            "scale = "
                + folded
                    .weight()
                    .map(path -> "torch.mul(root, torch.to(raw[" + given.indexOf(path) + "], 7))")
                    .orElse("root"));
        lines.add(
            "kernel = torch.to(torch.mul(torch.to(raw[0], 7), torch.reshape(scale, [-1, 1, 1, 1])),"
                + " 6)");
        lines.add(
            "centered = "
                + (added.isEmpty()
                    ? "torch.neg(mean)"
                    : "torch.sub(torch.to(" + added + ", 7), mean)"));
        lines.add("shift = torch.mul(centered, scale)");
        lines.add(
            "added = "
                + folded
                    .bias()
                    .map(path -> "torch.add(shift, torch.to(raw[" + given.indexOf(path) + "], 7))")
                    .orElse("shift"));
        kernel = "kernel";
        added = "torch.to(added, 6)";
      }
      lines.add(
          "return [ops.mkldnn._reorder_convolution_weight(%s, %s, %s, %s, %s)%s]"
              .formatted(
                  kernel,
                  geometry.padding(),
                  geometry.stride(),
                  geometry.dilation(),
                  geometry.groups(),
                  added.isEmpty() ? "" : ", " + added));
      return lines;
    }
  }

  /** Where what it needs is stored. */
  default List<String> ingredients() {
    if (this instanceof Plain plain) {
      return List.of(plain.path);
    }
    Kernel kernel = (Kernel) this;
    List<String> paths = new ArrayList<>(List.of(kernel.weight));
    kernel.bias.ifPresent(paths::add);
    kernel.norm.ifPresent(
        norm -> {
          norm.weight().ifPresent(paths::add);
          norm.bias().ifPresent(paths::add);
          paths.add(norm.mean());
          paths.add(norm.variance());
        });
    return paths;
  }
}
