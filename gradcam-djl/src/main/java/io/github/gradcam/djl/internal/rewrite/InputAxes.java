package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the network's first convolution sees the axes that the network is given. */
public enum InputAxes {
  /** Nothing on the way to the first convolution changes them. */
  KEPT,
  /** Something may: an axis is added, or taken away. */
  CHANGED;

  private static final Set<String> CHANGING =
      Set.of("unsqueeze", "squeeze", "reshape", "view", "stack", "flatten", "unflatten", "select");

  /** Looks at what runs before the first convolution, along the calls that lead there. */
  static InputAxes of(Addresses addresses) {
    return addresses.found().values().stream()
        .filter(Address::isConvolution)
        .findFirst()
        .map(first -> before(addresses.ways().getOrDefault(first.text(), List.of())))
        .orElse(KEPT);
  }

  private static InputAxes before(List<Step> way) {
    return way.stream()
            .anyMatch(
                step ->
                    before(step.frame().layout().method().body().orElse(List.of()), step)
                        .anyMatch(CHANGING::contains))
        ? CHANGED
        : KEPT;
  }

  private static Stream<String> before(List<Stmt> body, Step step) {
    Expr call = step.site().call();
    return Stream.concat(
        body.stream().takeWhile(stmt -> !holds(stmt, call)).flatMap(InputAxes::operators),
        call.parts().stream().flatMap(InputAxes::operators));
  }

  private static boolean holds(Stmt stmt, Expr call) {
    return stmt.expressions().stream().anyMatch(expr -> holds(expr, call))
        || stmt.arms().stream().flatMap(List::stream).anyMatch(inner -> holds(inner, call));
  }

  private static boolean holds(Expr expr, Expr call) {
    return expr == call || expr.parts().stream().anyMatch(part -> holds(part, call));
  }

  private static Stream<String> operators(Stmt stmt) {
    return Stream.concat(
        stmt.expressions().stream().flatMap(InputAxes::operators),
        stmt.arms().stream().flatMap(List::stream).flatMap(InputAxes::operators));
  }

  private static Stream<String> operators(Expr expr) {
    Stream<String> inside = expr.parts().stream().flatMap(InputAxes::operators);
    return expr instanceof Expr.Call call
            && call.callee().dotted().startsWith("torch.")
            && !call.arguments().isEmpty()
        ? Stream.concat(inside, Stream.of(call.callee().dotted().substring("torch.".length())))
        : inside;
  }
}
