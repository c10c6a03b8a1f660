package io.github.gradcam.tf.internal.gradient;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.GraphOperation;

/** What is known about the gradients of TensorFlow's operations. */
public final class Gradients {

  private static final Map<String, Vjp> KNOWN =
      Stream.of(
              Passing.ALL,
              Elementwise.ALL,
              Arithmetic.ALL,
              Reductions.ALL,
              Convolutions.ALL,
              Pooling.ALL,
              Products.ALL,
              Norms.ALL,
              Shapes.ALL,
              Moving.ALL,
              Joining.ALL,
              Gathering.ALL,
              Selection.ALL,
              Resizing.ALL)
          .flatMap(family -> family.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /**
   * Their results make steps or depend on shapes alone: what changes smoothly before them is not
   * seen after them. Operations whose results are whole numbers need not be listed.
   */
  private static final Set<String> BLOCKING =
      Set.of(
          "Ceil",
          "Floor",
          "FloorDiv",
          "OnesLike",
          "Rint",
          "Round",
          "Sign",
          "StopGradient",
          "TruncateDiv",
          "ZerosLike");

  /** Why an operation is refused, where more can be said than that it is not known. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          entry("PreventGradient", "whoever made the model forbade gradients here."),
          entry("If", Reasons.BRANCH),
          entry("StatelessIf", Reasons.BRANCH),
          entry("Case", Reasons.BRANCH),
          entry("StatelessCase", Reasons.BRANCH),
          entry("Switch", Reasons.BRANCH),
          entry("RefSwitch", Reasons.BRANCH),
          entry("Merge", Reasons.BRANCH),
          entry("While", Reasons.LOOP),
          entry("StatelessWhile", Reasons.LOOP),
          entry("Enter", Reasons.LOOP),
          entry("Exit", Reasons.LOOP),
          entry("NextIteration", Reasons.LOOP),
          entry("PartitionedCall", Reasons.CALL),
          entry("StatefulPartitionedCall", Reasons.CALL));

  /** What several operations are refused for. */
  private static final class Reasons {
    static final String BRANCH =
        "which branch runs is decided inside the graph, and gradients of branches are not built.";
    static final String LOOP = "gradients of loops are not built.";
    static final String CALL = "the function it calls was not expanded.";
  }

  private Gradients() {}

  /** The types of operations through which gradients are carried. */
  public static SortedSet<String> supported() {
    return new TreeSet<>(KNOWN.keySet());
  }

  /** The types of operations that end the way of a gradient, because it is zero in truth. */
  public static SortedSet<String> blocking() {
    return new TreeSet<>(BLOCKING);
  }

  static boolean isBlocking(String type) {
    return BLOCKING.contains(type);
  }

  /** The gradient of an operation, or the error that says that there is none. */
  static Vjp of(GraphOperation operation) {
    Vjp known = KNOWN.get(operation.type());
    if (known == null) {
      throw new UnsupportedGradientException(
          operation.type(),
          operation.name(),
          REFUSED.getOrDefault(
              operation.type(), "the gradient of this type of operation is not known here."));
    }
    return known;
  }
}
