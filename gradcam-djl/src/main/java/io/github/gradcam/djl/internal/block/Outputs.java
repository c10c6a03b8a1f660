package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import io.github.gradcam.model.OutputChoice;
import java.util.List;

/**
 * Takes the output that is meant from all that a network returns.
 *
 * @param choice which is meant
 */
record Outputs(OutputChoice choice) {

  /** The choice that is left where TorchScript at the network's end has not chosen already. */
  static Outputs of(Node root, OutputChoice choice) {
    List<Node> lasts = Ending.lasts(root);
    boolean chosen = lasts.get(lasts.size() - 1) instanceof Node.Script;
    return new Outputs(chosen ? new OutputChoice.Automatic() : choice);
  }

  NDArray pick(NDList returned) {
    NDArray picked = null;
    if (choice instanceof OutputChoice.Named named) {
      picked = returned.get(named.name());
    } else {
      int index = choice instanceof OutputChoice.AtIndex at ? at.index() : 0;
      picked = index < returned.size() ? returned.get(index) : null;
    }
    if (picked == null) {
      List<String> names = returned.stream().map(NDArray::getName).map(String::valueOf).toList();
      throw new UnsupportedOperationInModelException(
          "The output "
              + asked()
              + " was asked for, but the network returns "
              + returned.size()
              + " arrays named "
              + names
              + ". ModelOptions.output(…) picks by place or, where arrays have names, by name.");
    }
    return picked.getDataType() == DataType.FLOAT32
        ? picked
        : picked.toType(DataType.FLOAT32, false);
  }

  private String asked() {
    return choice instanceof OutputChoice.Named named
        ? "\"" + named.name() + "\""
        : "at place " + (choice instanceof OutputChoice.AtIndex at ? at.index() : 0);
  }
}
