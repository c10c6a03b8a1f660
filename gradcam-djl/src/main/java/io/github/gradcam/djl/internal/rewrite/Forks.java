package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets what {@code torch.jit.fork} starts beside a method end before the method goes on: both hand
 * layers out into one dictionary, which only one thread at a time may change.
 */
final class Forks {

  private static final String FORK = "fork";

  private Forks() {}

  /** The body, with a wait behind every fork. */
  static List<Stmt> inTurn(List<Stmt> body) {
    return body.stream().flatMap(Forks::inTurn).toList();
  }

  private static Stream<Stmt> inTurn(Stmt stmt) {
    if (stmt instanceof Stmt.If branch) {
      return Stream.of(
          new Stmt.If(branch.condition(), inTurn(branch.then()), inTurn(branch.otherwise())));
    } else if (stmt instanceof Stmt.Loop loop) {
      return Stream.of(new Stmt.Loop(loop.opening(), loop.header(), inTurn(loop.body())));
    } else if (stmt instanceof Stmt.Assign assign
        && !assign.name().isEmpty()
        && assign.value() instanceof Expr.Call call
        && call.callee().dotted().equals(FORK)) {
      String wait = "gradcam_" + assign.name() + " = torch.wait(" + assign.name() + ")";
      return Stream.of(stmt, new Stmt.Bare(wait));
    }
    return Stream.of(stmt);
  }
}
