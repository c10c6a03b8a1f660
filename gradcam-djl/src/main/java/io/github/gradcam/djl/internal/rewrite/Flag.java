package io.github.gradcam.djl.internal.rewrite;

/**
 * Something that a module holds and its class does not say: a number, a truth value, or whether an
 * optional tensor is missing.
 *
 * @param path where it is held
 * @param type its declared type
 */
public record Flag(String path, String type) {

  /** Whether it says that a tensor is missing. */
  public boolean isMissing() {
    return type.equals("Optional[Tensor]");
  }

  /** Its value, from the number that the network gave. */
  public Object value(double number) {
    return switch (type) {
      case "int" -> Math.round(number);
      case "float" -> number;
      default -> number != 0;
    };
  }

  String asNumber() {
    String held = held(path);
    return switch (type) {
      case "float" -> held;
      case "Optional[Tensor]" -> "float(int(torch.__is__(" + held + ", None)))";
      default -> "float(int(" + held + "))";
    };
  }

  /** The expression that reads what is held at a path. */
  static String held(String path) {
    String held = "self";
    for (String attribute : path.split("\\.")) {
      held = "getattr(" + held + ", " + OutputPick.quoted(attribute) + ")";
    }
    return held;
  }
}
