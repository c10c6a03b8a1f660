package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.layout.Layout;
import io.github.gradcam.djl.internal.syntax.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The network as it was read, and what must be asked of it once it is loaded.
 *
 * @param program its source
 * @param forward the layout of its forward method
 * @param flags what modules hold besides modules and tensors, in the order in which the method
 *     {@code gradcam_flags} returns them
 * @param tensors the paths of tensors that modules hold, then the names of those that have no
 *     module, in the order in which the method {@code gradcam_tensors} returns them
 */
public record Blueprint(Program program, Layout forward, List<Flag> flags, List<String> tensors) {

  /** The method that returns a tensor of numbers for each flag. */
  public static final String FLAGS = "gradcam_flags";

  /** The method that returns the tensors. */
  public static final String TENSORS = "gradcam_tensors";

  static Blueprint of(Program program, Layout forward) {
    Holdings holdings = new Holdings(program);
    List<String> tensors = new ArrayList<>(holdings.tensors());
    tensors.addAll(Constants.of(forward.method()));
    return new Blueprint(program, forward, holdings.flags(), List.copyOf(tensors));
  }

  /** The text of both methods. */
  String methods() {
    return method(FLAGS, flags.stream().map(Flag::asTensor).collect(Collectors.joining(", ")))
        + method(
            TENSORS,
            tensors.stream()
                .map(path -> path.startsWith(Constants.PREFIX) ? path : Flag.held(path))
                .collect(Collectors.joining(", ")));
  }

  private String method(String name, String tensors) {
    return "  def %s(self: %s) -> List[Tensor]:\n    return annotate(List[Tensor], [%s])\n"
        .formatted(name, program.root().name(), tensors);
  }
}
