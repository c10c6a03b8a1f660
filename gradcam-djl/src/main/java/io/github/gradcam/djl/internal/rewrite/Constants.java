package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.layout.Operators;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the tensors that convolutions and norms of a frozen network take from its constants. */
final class Constants {

  static final String PREFIX = "CONSTANTS.c";
  private static final Set<String> READERS = Set.of("conv2d", "_convolution", "batch_norm");
  private static final int MOST_PLACES = 5;

  private Constants() {}

  static List<String> of(Method forward) {
    Set<String> names = new LinkedHashSet<>();
    forward.body().orElse(List.of()).forEach(stmt -> statement(stmt, names));
    return new ArrayList<>(names);
  }

  private static void statement(Stmt stmt, Set<String> names) {
    stmt.expressions().forEach(expr -> expression(expr, names));
    stmt.arms().forEach(arm -> arm.forEach(inner -> statement(inner, names)));
  }

  private static void expression(Expr expr, Set<String> names) {
    if (expr instanceof Expr.Call call
        && READERS.contains(Operators.name(call.callee().dotted()))) {
      call.arguments().stream()
          .limit(MOST_PLACES)
          .map(Expr::dotted)
          .filter(name -> name.startsWith(PREFIX))
          .forEach(names::add);
    }
    expr.parts().forEach(part -> expression(part, names));
  }
}
