package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.BodyParser;
import io.github.gradcam.djl.internal.syntax.BodyPrinter;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Printer;
import io.github.gradcam.djl.internal.syntax.SourceException;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.HashSet;
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

  /** With a number first, no tensor can come second. */
  private static final Set<String> ARITHMETIC =
      Set.of(
          "torch.add",
          "torch.sub",
          "torch.mul",
          "torch.div",
          "torch.floordiv",
          "torch.neg",
          "torch.floor",
          "torch.ceil",
          "torch.round",
          "torch.sqrt");

  private static final Set<String> NAMED = Set.of("unchecked_cast", "annotate");
  private static final Set<String> CASTS = Set.of("int", "float", "number");
  private static final Pattern PARAMETER = Pattern.compile("(\\w+): (?:float|int|number)\\b");

  private final Set<String> numbers = new HashSet<>();

  private Rounding() {}

  /** The text of a file of source, with roundings that no gradient passes. */
  static String cutOff(String text) {
    if (!ANY.matcher(text).find()) {
      return text;
    }
    Rounding rounding = new Rounding();
    return text.lines().map(rounding::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(String line) {
    if (line.strip().startsWith("def ")) {
      numbers.clear();
    }
    PARAMETER.matcher(line).results().forEach(found -> numbers.add(found.group(1)));
    boolean assigns = line.contains(" = ");
    if (!assigns && !ANY.matcher(line).find()) {
      return line;
    }
    List<Stmt> parsed;
    try {
      parsed = new BodyParser(List.of(line)).parse();
    } catch (SourceException notUnderstood) {
      return line;
    }
    if (parsed.get(0) instanceof Stmt.Assign assign) {
      boolean number = assign.name().isEmpty() ? isSizes(assign.value()) : isNumber(assign.value());
      for (Expr target : assign.targets()) {
        if (number) {
          numbers.add(target.dotted());
        } else {
          numbers.remove(target.dotted());
        }
      }
    }
    if (!ANY.matcher(line).find()) {
      return line;
    }
    Printer[] self = new Printer[1];
    self[0] =
        new Printer(
            expr ->
                expr instanceof Expr.Call call && isFlat(call) && !isNumber(call)
                    ? Optional.of(
                        "torch.detach("
                            + self[0].print(call.callee())
                            + "("
                            + self[0].list(call.arguments())
                            + "))")
                    : Optional.empty());
    return new BodyPrinter(self[0]).print(parsed, BodyParser.indent(line)).stripTrailing();
  }

  /** Whether an expression is a number for sure: arithmetic that begins with one is. */
  private boolean isNumber(Expr expr) {
    Expr bare = expr.bare();
    if (bare instanceof Expr.Atom atom) {
      return numbers.contains(atom.text()) || atom.text().matches("[\\d.].*");
    } else if (bare instanceof Expr.Minus minus) {
      return isNumber(minus.operand());
    } else if (bare instanceof Expr.Call call) {
      String name = call.callee().dotted();
      return name.equals("float")
          || name.equals("int")
          || (NAMED.contains(name) && CASTS.contains(call.arguments().get(0).dotted()))
          || (name.equals("torch.size") && call.arguments().size() == 2)
          || name.equals("torch.len")
          || (ARITHMETIC.contains(name)
              && !call.arguments().isEmpty()
              && isNumber(call.arguments().get(0)));
    }
    return bare instanceof Expr.Index index && isSizes(index.base());
  }

  /** Whether an expression is a list of a tensor's lengths for sure. */
  private static boolean isSizes(Expr expr) {
    if (expr.bare() instanceof Expr.Call call && !call.arguments().isEmpty()) {
      String name = call.callee().dotted();
      return (name.equals("torch.size") && call.arguments().size() == 1)
          || (name.equals("torch.slice") && isSizes(call.arguments().get(0)));
    }
    return false;
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
