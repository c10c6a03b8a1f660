package io.github.gradcam.djl.internal.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators do: with numbers at once, with tensors by adding a node to the graph. */
final class Arithmetic {

  private static final int NORM_TRAINING = 5;
  private static final int DROPOUT_TRAINING = 2;
  private static final int TRANSPOSED = 6;
  private static final int GENERAL_GROUPS = 8;
  private static final int PLAIN_GROUPS = 6;

  private final List<Node> nodes = new ArrayList<>();

  Node input() {
    return add(new Node.Input());
  }

  List<Node> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  private Node add(Node node) {
    nodes.add(node);
    return node;
  }

  /** Calls an operator by its dotted name. */
  Value call(String dotted, List<Value> arguments, Map<String, Value> named) {
    boolean ofTensors =
        arguments.stream().anyMatch(Arithmetic::holdsTensor)
            || named.values().stream().anyMatch(Arithmetic::holdsTensor);
    if (!dotted.startsWith("torch.") || dotted.indexOf('.', 6) >= 0) {
      if (ofTensors) {
        throw new Unproven(dotted);
      }
      return new Value.Unknown();
    }
    String name = dotted.substring(6);
    return Scalars.call(name, arguments)
        .orElseGet(() -> ofTensors ? ofTensors(name, arguments, named) : new Value.Unknown());
  }

  private static boolean holdsTensor(Value value) {
    return value instanceof Value.Cell
        || value instanceof Value.Stored
        || (value instanceof Value.Listed listed
            && listed.items().stream().anyMatch(Arithmetic::holdsTensor));
  }

  private Value ofTensors(String written, List<Value> arguments, Map<String, Value> named) {
    if (arguments.isEmpty()) {
      throw new Unproven("torch." + written);
    }
    boolean inPlace = written.endsWith("_") && !written.endsWith("__");
    String name = inPlace ? written.substring(0, written.length() - 1) : written;
    if (Operators.DROPOUTS.contains(name)) {
      requireFalse(written, arguments, DROPOUT_TRAINING);
      return arguments.get(0);
    }
    if (inPlace) {
      if (!Operators.isPure(name)
          || !(arguments.get(0) instanceof Value.Cell cell)
          || cell.isShared()) {
        throw new Unproven("torch." + written + ", which overwrites a tensor");
      }
      cell.overwrite(node(name, arguments, named));
      return cell;
    }
    if (Operators.VIEWS.contains(name)) {
      if (arguments.get(0) instanceof Value.Cell viewed) {
        viewed.share();
      }
      Value.Cell view = Value.Cell.ofUnknownRank(node(name, arguments, named));
      view.share();
      return view;
    }
    if (!Operators.isPure(name) && !name.equals("_convolution")) {
      throw new Unproven("torch." + written);
    }
    if (name.equals("batch_norm")) {
      requireFalse(written, arguments, NORM_TRAINING);
    }
    Node node = node(name, arguments, named);
    return rank(name, arguments) >= 0
        ? new Value.Cell(node, rank(name, arguments))
        : Value.Cell.ofUnknownRank(node);
  }

  private static int rank(String name, List<Value> arguments) {
    Value first = arguments.get(0);
    Value seen =
        name.equals("cat") && first instanceof Value.Listed listed && !listed.items().isEmpty()
            ? listed.items().get(0)
            : first;
    return !name.equals("mean") && seen instanceof Value.Cell cell && cell.hasRank()
        ? cell.rank()
        : -1;
  }

  private static void requireFalse(String name, List<Value> arguments, int index) {
    if (arguments.size() <= index
        || !(arguments.get(index) instanceof Value.Known known)
        || !known.object().equals(false)) {
      throw new Unproven("torch." + name + " with a flag that is not False");
    }
  }

  private Node node(String name, List<Value> arguments, Map<String, Value> named) {
    if (Stream.concat(arguments.stream(), named.values().stream())
        .anyMatch(Value.Unknown.class::isInstance)) {
      throw new Unproven("torch." + name + " with an argument that is only known when it runs");
    }
    List<Argument> given = new ArrayList<>(arguments.stream().map(Arithmetic::argument).toList());
    named.forEach((key, value) -> given.add(new Argument.Named(key, argument(value))));
    if (name.equals("_convolution")) {
      requireFalse("_convolution", arguments, TRANSPOSED);
      return add(convolution(given, GENERAL_GROUPS));
    } else if (name.equals("conv2d")) {
      return add(convolution(given, PLAIN_GROUPS));
    }
    return add(new Node.Operator(name, List.copyOf(given)));
  }

  /** Reads a convolution's arguments, whose last ones may be missing. */
  private static Node convolution(List<Argument> given, int groupsAt) {
    List<String> texts = new ArrayList<>(List.of("[1, 1]", "[0, 0]", "[1, 1]", "1"));
    List<Integer> places = List.of(3, 4, 5, groupsAt);
    for (int i = 0; i < texts.size(); i++) {
      if (places.get(i) < given.size()) {
        texts.set(i, text(given.get(places.get(i))));
      }
    }
    boolean twoAxes = texts.subList(0, 3).stream().allMatch(text -> text.matches("\\[\\d+, \\d+]"));
    if (!twoAxes
        || given.size() < 3
        || !(given.get(0) instanceof Argument.Computed x)
        || !(given.get(1) instanceof Argument.Stored weight)
        || !(given.get(2) instanceof Argument.Stored
            || given.get(2).equals(Argument.Literal.NONE))) {
      throw new Unproven("a convolution that is not a plain one of images");
    }
    return new Node.Convolution(
        x.node(),
        weight.path(),
        given.get(2),
        new Node.Geometry(texts.get(0), texts.get(1), texts.get(2), texts.get(3)));
  }

  private static String text(Argument argument) {
    if (argument instanceof Argument.Literal literal) {
      return literal.text();
    } else if (argument instanceof Argument.Several several) {
      return several.items().stream()
          .map(Arithmetic::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    throw new Unproven("a convolution whose geometry is computed");
  }

  private static Argument argument(Value value) {
    if (value instanceof Value.Cell cell) {
      return new Argument.Computed(cell.node());
    } else if (value instanceof Value.Stored stored) {
      return new Argument.Stored(stored.path());
    } else if (value instanceof Value.Nothing) {
      return Argument.Literal.NONE;
    } else if (value instanceof Value.Known known) {
      return new Argument.Literal(literal(known.object()));
    } else if (value instanceof Value.Listed listed) {
      return new Argument.Several(listed.items().stream().map(Arithmetic::argument).toList());
    }
    throw new Unproven("a number that is only known when it runs");
  }

  private static String literal(Object object) {
    if (object instanceof Boolean truth) {
      return truth ? "True" : "False";
    } else if (object instanceof Double number) {
      if (number.isNaN() || number.isInfinite()) {
        throw new Unproven("a number that is not finite");
      }
      return number.toString().toLowerCase(Locale.ROOT);
    }
    return object instanceof Value.Word word ? '"' + word.text() + '"' : object.toString();
  }
}
