package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.List;
import java.util.stream.Stream;

/** The calls that may run before a layer does. */
final class Before {

  private Before() {}

  /** Those in the methods that lead to a layer, ahead of it. */
  static Stream<Expr.Call> calls(List<Step> way) {
    return way.stream().flatMap(Before::ahead);
  }

  private static Stream<Expr.Call> ahead(Step step) {
    Expr call = step.site().call();
    List<Stmt> body = step.frame().layout().method().body().orElse(List.of());
    return Stream.concat(
        body.stream().takeWhile(stmt -> !holds(stmt, call)).flatMap(Before::calls),
        call.parts().stream().flatMap(Before::calls));
  }

  private static boolean holds(Stmt stmt, Expr call) {
    return stmt.expressions().stream().anyMatch(expr -> holds(expr, call))
        || stmt.arms().stream().flatMap(List::stream).anyMatch(inner -> holds(inner, call));
  }

  private static boolean holds(Expr expr, Expr call) {
    return expr == call || expr.parts().stream().anyMatch(part -> holds(part, call));
  }

  private static Stream<Expr.Call> calls(Stmt stmt) {
    return Stream.concat(
        stmt.expressions().stream().flatMap(Before::calls),
        stmt.arms().stream().flatMap(List::stream).flatMap(Before::calls));
  }

  private static Stream<Expr.Call> calls(Expr expr) {
    Stream<Expr.Call> inside = expr.parts().stream().flatMap(Before::calls);
    return expr instanceof Expr.Call call ? Stream.concat(inside, Stream.of(call)) : inside;
  }
}
