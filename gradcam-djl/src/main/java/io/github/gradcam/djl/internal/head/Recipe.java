package io.github.gradcam.djl.internal.head;

import io.github.gradcam.djl.internal.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    private static final String LENGTHS =
        IntStream.range(0, 4)
            .mapToObj(i -> "int(torch.select(lengths, 0, " + i + "))")
            .collect(Collectors.joining(", "));

    boolean hasBias() {
      return bias.isPresent() || norm.isPresent();
    }

    /**
     * The method's body that makes the two of the ingredients, behind which stand the lengths of
     * what the convolution is given, or none.
     */
    List<String> lines() {
      List<String> given = ingredients();
      List<String> lines =
          new ArrayList<>(
              List.of(
                  "lengths = raw[" + given.size() + "]",
                  "if torch.eq(torch.numel(lengths), 4):",
                  "  size = annotate(Optional[List[int]], [" + LENGTHS + "])",
                  "else:",
                  "  size = annotate(Optional[List[int]], None)"));
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
          "return [ops.mkldnn._reorder_convolution_weight(%s, %s, %s, %s, %s, size)%s]"
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

  /** Where tensors of the same shapes as the results are stored. */
  default List<String> standIns() {
    if (this instanceof Plain plain) {
      return List.of(plain.path);
    }
    Kernel kernel = (Kernel) this;
    return kernel.hasBias()
        ? List.of(kernel.weight, kernel.bias.or(() -> kernel.norm.map(Norm::mean)).orElseThrow())
        : List.of(kernel.weight);
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
