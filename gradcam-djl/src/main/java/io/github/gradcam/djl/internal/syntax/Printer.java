package io.github.gradcam.djl.internal.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Prints expressions as text, with another text where a replacement is known.
 *
 * @param replacement asked for each part before it is printed as it stands
 */
public record Printer(Function<Expr, Optional<String>> replacement) {

  /** Prints everything as it stands. */
  public static final Printer PLAIN = new Printer(expr -> Optional.empty());

  /** An expression as text. */
  public String print(Expr expr) {
    return replacement.apply(expr).orElseGet(() -> asItStands(expr));
  }

  /** Expressions as text, with commas between them. */
  public String list(List<Expr> items) {
    return items.stream().map(this::print).collect(Collectors.joining(", "));
  }

  private String asItStands(Expr expr) {
    if (expr instanceof Expr.Atom atom) {
      return atom.text();
    } else if (expr instanceof Expr.Member member) {
      return print(member.base()) + "." + member.name();
    } else if (expr instanceof Expr.Call call) {
      return print(call.callee()) + "(" + list(call.arguments()) + ")";
    } else if (expr instanceof Expr.Index index) {
      return print(index.base()) + "[" + list(index.indices()) + "]";
    } else if (expr instanceof Expr.Group group) {
      String comma = group.trailingComma() ? "," : "";
      if (group.open() == Expr.Group.NO_BRACKET) {
        return list(group.items());
      }
      return group.open() + list(group.items()) + comma + ExprParser.closing(group.open());
    } else if (expr instanceof Expr.Pair pair) {
      return print(pair.key()) + pair.sign() + print(pair.value());
    }
    return "-" + print(((Expr.Minus) expr).operand());
  }
}
