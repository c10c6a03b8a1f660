package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which names statements read and assign. */
final class Reads {

  private Reads() {}

  /** The names in an expression, without those inside of one of its parts. */
  static Set<String> of(Expr expr, Expr except) {
    Set<String> names = new HashSet<>();
    collect(expr, except, names);
    return names;
  }

  /** The names in a statement and in what lies below it. */
  static Set<String> of(Stmt stmt, Expr except) {
    Set<String> names = new HashSet<>();
    stmt.expressions().forEach(expr -> collect(expr, except, names));
    if (stmt instanceof Stmt.Assign assign) {
      assign.targets().stream()
          .filter(target -> !(target instanceof Expr.Atom))
          .forEach(target -> collect(target, except, names));
    }
    stmt.arms().forEach(arm -> arm.forEach(inner -> names.addAll(of(inner, except))));
    return names;
  }

  /** The names that a statement, or what lies below it, assigns. */
  static Set<String> assigned(Stmt stmt) {
    Set<String> names = new HashSet<>();
    if (stmt instanceof Stmt.Assign assign) {
      assign.targets().forEach(target -> names.add(target.dotted()));
    } else if (stmt instanceof Stmt.Loop loop && !loop.defined().isEmpty()) {
      names.add(loop.defined());
    }
    for (List<Stmt> arm : stmt.arms()) {
      arm.forEach(inner -> names.addAll(assigned(inner)));
    }
    return names;
  }

  private static void collect(Expr expr, Expr except, Set<String> names) {
    if (expr == except) {
      return;
    }
    if (expr instanceof Expr.Atom atom) {
      names.add(atom.text());
    }
    expr.parts().forEach(part -> collect(part, except, names));
  }
}
