package io.github.gradcam.tf.internal.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Follows a reference through parameters and calls to the operation that computes the tensor. */
final class Tracer {

  /** Deeper than people nest functions. */
  private static final int DEEPEST = 200;

  /** A network has a call for each layer at most; functions that call each other double them. */
  private static final int MOST_CALLS = 100_000;

  /** Far more than inlining a network takes, and a matter of seconds. */
  private static final int MOST_STEPS = 20_000_000;

  private final Operations operations;
  private final Library library;
  private final Frame outermost;
  private final Map<Site, Frame> frames = new HashMap<>();
  private int steps;

  /** A call in a body. */
  private record Site(Frame frame, String node) {}

  Tracer(GraphDef graph, Operations operations) {
    this.operations = operations;
    this.library = new Library(graph.getLibrary());
    this.outermost = Frame.outermost(Body.of(graph.getNodeList()));
  }

  Frame outermost() {
    return outermost;
  }

  /** The body that an outermost node calls, if it is a call. */
  Optional<Frame> calledBy(NodeDef node) {
    return library.calledBy(node).map(function -> called(outermost, node, function));
  }

  /** Where a tensor is computed. */
  Place place(Frame from, String reference) {
    Frame frame = from;
    String text = reference;
    while (true) {
      if (++steps > MOST_STEPS) {
        throw new MalformedGraphException(
            "hands tensors through functions more than "
                + MOST_STEPS
                + " times, as if they read each other in a ring");
      }
      String[] parts = text.split(":", -1);
      Frame.Call call = frame.call();
      Integer parameter =
          call == null || parts.length > 2 ? null : frame.body().parameters().get(parts[0]);
      if (call != null && parameter != null) {
        text = argument(call, parameter, frame.body());
        frame = call.from();
        continue;
      }
      NodeDef node = frame.body().nodes().get(parts[0]);
      if (node == null || parts.length > 3) {
        throw new MalformedGraphException("reads \"" + reference + "\", which is not in it");
      }
      Optional<Body> function = library.calledBy(node);
      int index = index(node, parts, function.isEmpty());
      if (function.isEmpty()) {
        return new Place(frame, node, index);
      }
      text = function.get().returned(index);
      frame = called(frame, node, function.get());
    }
  }

  /** Always the same for the same call. */
  private Frame called(Frame from, NodeDef node, Body function) {
    Site site = new Site(from, node.getName());
    @Nullable Frame known = frames.get(site);
    if (known == null) {
      if (from.depth() == DEEPEST) {
        throw new MalformedGraphException(
            "nests functions more than "
                + DEEPEST
                + " deep, as if they called each other in a ring");
      }
      if (frames.size() == MOST_CALLS) {
        throw new MalformedGraphException("calls functions more than " + MOST_CALLS + " times");
      }
      known = from.called(node, function);
      frames.put(site, known);
    }
    return known;
  }

  private static String argument(Frame.Call call, int parameter, Body function) {
    NodeDef node = call.node();
    if (parameter >= node.getInputCount() || node.getInput(parameter).startsWith("^")) {
      throw new MalformedGraphException("calls \"" + function.name() + "\" with too few arguments");
    }
    return node.getInput(parameter);
  }

  private int index(NodeDef node, String[] parts, boolean isOperation) {
    int last = parts.length == 1 ? 0 : number(parts[parts.length - 1]);
    long offset = parts.length == 3 && isOperation ? operations.offset(node, parts[1]) : 0;
    return (int) Math.min(Integer.MAX_VALUE, offset + last);
  }

  private static int number(String text) {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException odd) {
      throw new MalformedGraphException("has an output number \"" + text + "\"");
    }
  }
}
