package io.github.gradcam.tf.internal.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Follows a reference through parameters and calls to the operation that computes the tensor. */
final class Tracer {

  private final Operations operations;
  private final Library library;
  private final Frame outermost;

  Tracer(GraphDef graph, Operations operations) {
    this.operations = operations;
    this.library = new Library(graph.getLibrary());
    this.outermost = Frame.outermost(graph.getNodeList());
  }

  Frame outermost() {
    return outermost;
  }

  /** The body that an outermost node calls, if it is a call. */
  Optional<Frame> calledBy(NodeDef node) {
    return library.calledBy(node).map(function -> outermost.called(node, function));
  }

  /** Where a tensor is computed. */
  Place place(Frame from, String reference) {
    Frame frame = from;
    String text = reference;
    while (true) {
      String[] parts = text.split(":", -1);
      Frame.Call call = frame.call();
      String argument = call == null || parts.length > 2 ? null : call.argument(parts[0]);
      if (call != null && argument != null) {
        frame = call.from();
        text = argument;
        continue;
      }
      NodeDef node = frame.node(parts[0]);
      if (node == null || parts.length > 3) {
        throw new MalformedGraphException("reads \"" + reference + "\", which is not in it");
      }
      int index = index(node, parts);
      Optional<FunctionDef> function = library.calledBy(node);
      if (function.isEmpty()) {
        return new Place(frame, node, index);
      }
      text = returned(function.get(), index);
      frame = frame.called(node, function.get());
    }
  }

  private int index(NodeDef node, String[] parts) {
    int last = parts.length == 1 ? 0 : number(parts[parts.length - 1]);
    boolean named = parts.length == 3 && library.calledBy(node).isEmpty();
    return named ? Math.addExact(operations.offset(node, parts[1]), last) : last;
  }

  private static int number(String text) {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException odd) {
      throw new MalformedGraphException("has an output number \"" + text + "\"");
    }
  }

  private static String returned(FunctionDef function, int index) {
    if (index >= function.getSignature().getOutputArgCount()) {
      throw new MalformedGraphException(
          "reads output "
              + index
              + " of the function \""
              + function.getSignature().getName()
              + "\", which has "
              + function.getSignature().getOutputArgCount());
    }
    String name = function.getSignature().getOutputArg(index).getName();
    @Nullable String returned = function.getRetMap().get(name);
    if (returned == null) {
      throw new MalformedGraphException(
          "lacks the output \"" + name + "\" of \"" + function.getSignature().getName() + "\"");
    }
    return returned;
  }
}
