package io.github.gradcam.djl.internal.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Something that a module holds and its class does not say: a number, a truth value, a word, whole
 * numbers, or whether an optional tensor is missing.
 *
 * @param path where it is held
 * @param type its declared type
 */
public record Flag(String path, String type) {

  static final Set<String> TYPES =
      Set.of("bool", "int", "float", "str", "List[int]", "Optional[Tensor]");

  /** Whether it says that a tensor is missing. */
  public boolean isMissing() {
    return type.equals("Optional[Tensor]");
  }

  /**
   * Its value.
   *
   * @param numbers what the network gave for it
   * @return a Boolean, a Long, a Double, a String or a list of Longs
   */
  public Object value(double[] numbers) {
    return switch (type) {
      case "int" -> Math.round(numbers[0]);
      case "float" -> numbers[0];
      case "str" -> {
        StringBuilder text = new StringBuilder();
        for (double code : numbers) {
          text.appendCodePoint((int) code);
        }
        yield text.toString();
      }
      case "List[int]" -> {
        List<Long> list = new ArrayList<>();
        for (double number : numbers) {
          list.add(Math.round(number));
        }
        yield List.copyOf(list);
      }
      default -> numbers[0] != 0;
    };
  }

  /** The tensor from which {@link #value} is read. */
  String asTensor() {
    String held = held(path);
    String numbers =
        switch (type) {
          case "float", "List[int]" -> held;
          case "str" -> Helpers.MODULE + ".codes(" + held + ")";
          case "Optional[Tensor]" -> "int(torch.__is__(" + held + ", None))";
          default -> "int(" + held + ")";
        };
    return "torch.tensor(" + numbers + ", dtype=7)";
  }

  /** The expression that reads what is held at a path. */
  static String held(String path) {
    return Frame.child("(self)", path);
  }
}
