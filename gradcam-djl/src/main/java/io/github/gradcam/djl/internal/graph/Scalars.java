package io.github.gradcam.djl.internal.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The operators that work on numbers, truth values and lists. */
final class Scalars {

  private static final Value UNKNOWN = new Value.Unknown();

  private Scalars() {}

  /** The result, or empty if the operator is none of these or its arguments are tensors. */
  static Optional<Value> call(String name, List<Value> arguments) {
    return switch (name) {
      case "dim" -> Optional.of(rank(arguments.get(0)));
      case "size" -> Optional.of(arguments.size() == 1 ? sizes(arguments.get(0)) : UNKNOWN);
      case "len" -> Optional.of(length(arguments.get(0)));
      case "append" -> append(arguments.get(0), arguments.get(1));
      case "__contains__" -> Optional.of(contains(arguments.get(0), arguments.get(1)));
      case "__is__" ->
          Optional.of(isNothing(arguments).<Value>map(Value.Known::new).orElse(UNKNOWN));
      case "__isnot__" ->
          Optional.of(isNothing(arguments).<Value>map(is -> new Value.Known(!is)).orElse(UNKNOWN));
      case "__not__" ->
          Optional.of(
              arguments.get(0) instanceof Value.Known known && known.object() instanceof Boolean b
                  ? new Value.Known(!b)
                  : UNKNOWN);
      default ->
          arguments.size() == 2
                  && arguments.get(0) instanceof Value.Known a
                  && arguments.get(1) instanceof Value.Known b
              ? Optional.of(ofTwo(name, a.object(), b.object()))
              : Optional.empty();
    };
  }

  private static Value rank(Value value) {
    return value instanceof Value.Cell cell && cell.hasRank()
        ? new Value.Known((long) cell.rank())
        : UNKNOWN;
  }

  private static Value sizes(Value value) {
    return value instanceof Value.Cell cell && cell.hasRank()
        ? new Value.Listed(Collections.nCopies(cell.rank(), UNKNOWN))
        : UNKNOWN;
  }

  private static Value length(Value value) {
    return value instanceof Value.Listed listed
        ? new Value.Known((long) listed.items().size())
        : UNKNOWN;
  }

  private static Value contains(Value list, Value item) {
    return list instanceof Value.Listed listed
            && item instanceof Value.Known
            && listed.items().stream().allMatch(Value.Known.class::isInstance)
        ? new Value.Known(listed.items().contains(item))
        : UNKNOWN;
  }

  private static Optional<Value> append(Value list, Value item) {
    if (!(list instanceof Value.Listed listed)
        || !(listed.items() instanceof ArrayList<Value>)
        || item instanceof Value.Listed) {
      throw new Unproven("a list that is only known when it runs");
    }
    listed.items().add(item);
    return Optional.of(list);
  }

  private static Optional<Boolean> isNothing(List<Value> arguments) {
    boolean first = arguments.get(0) instanceof Value.Nothing;
    boolean second = arguments.get(1) instanceof Value.Nothing;
    boolean unknown = arguments.stream().anyMatch(Value.Unknown.class::isInstance);
    return unknown || (!first && !second) ? Optional.empty() : Optional.of(first && second);
  }

  private static Value ofTwo(String name, Object a, Object b) {
    if (name.equals("eq") || name.equals("ne")) {
      return a.getClass() == b.getClass()
          ? new Value.Known(Objects.equals(a, b) == name.equals("eq"))
          : UNKNOWN;
    }
    if (a instanceof Boolean first && b instanceof Boolean second) {
      return switch (name) {
        case "__and__" -> new Value.Known(first && second);
        case "__or__" -> new Value.Known(first || second);
        default -> UNKNOWN;
      };
    }
    return a instanceof Number first && b instanceof Number second
        ? ofNumbers(name, first, second)
        : UNKNOWN;
  }

  private static Value ofNumbers(String name, Number a, Number b) {
    int order = Double.compare(a.doubleValue(), b.doubleValue());
    boolean whole = a instanceof Long && b instanceof Long;
    return switch (name) {
      case "lt" -> new Value.Known(order < 0);
      case "le" -> new Value.Known(order <= 0);
      case "gt" -> new Value.Known(order > 0);
      case "ge" -> new Value.Known(order >= 0);
      case "add" -> whole ? new Value.Known(a.longValue() + b.longValue()) : UNKNOWN;
      case "sub" -> whole ? new Value.Known(a.longValue() - b.longValue()) : UNKNOWN;
      case "mul" -> whole ? new Value.Known(a.longValue() * b.longValue()) : UNKNOWN;
      default -> UNKNOWN;
    };
  }
}
