package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.BodyParser;
import io.github.gradcam.djl.internal.syntax.BodyPrinter;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Printer;
import io.github.gradcam.djl.internal.syntax.SourceException;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts the graph at what rounds.
 *
 * <p>PyTorch gives a rounding the gradient zero, which is right and of no use: a layer that leads
 * to the output through it alone would have a map of zeros. Cut off, it has no gradient at all, and
 * that is an error that names the layer. No gradient that is not zero changes.
 */
final class Rounding {

  private static final Set<String> FLAT =
      Set.of("round", "floor", "ceil", "trunc", "fix", "sign", "sgn");
  private static final Pattern ANY =
      Pattern.compile("torch\\.(?:round|floor|ceil|trunc|fix|sign|sgn)_?\\(|rounding_mode=");

  private Rounding() {}

  /** The text of a file of source, with roundings that no gradient passes. */
  static String cutOff(String text) {
    return text.lines().map(Rounding::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(String line) {
    if (!ANY.matcher(line).find()) {
      return line;
    }
    List<Stmt> parsed;
    try {
      parsed = new BodyParser(List.of(line)).parse();
    } catch (SourceException notUnderstood) {
      return line;
    }
    Printer[] self = new Printer[1];
    self[0] =
        new Printer(
            expr ->
                expr instanceof Expr.Call call && isFlat(call)
                    ? Optional.of(
                        "torch.detach("
                            + self[0].print(call.callee())
                            + "("
                            + self[0].list(call.arguments())
                            + "))")
                    : Optional.empty());
    return new BodyPrinter(self[0]).print(parsed, BodyParser.indent(line)).stripTrailing();
  }

  private static boolean isFlat(Expr.Call call) {
    String function = call.callee().dotted();
    if (!function.startsWith("torch.")) {
      return false;
    }
    String name = function.substring("torch.".length());
    String plain = name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    boolean takesTensor = !call.arguments().isEmpty();
    return takesTensor
        && (FLAT.contains(plain)
            || (plain.equals("div")
                && call.arguments().stream().anyMatch(argument -> isRoundingMode(argument))));
  }

  private static boolean isRoundingMode(Expr argument) {
    return argument instanceof Expr.Pair pair
        && pair.key().dotted().equals("rounding_mode")
        && !pair.value().dotted().equals("None");
  }
}
