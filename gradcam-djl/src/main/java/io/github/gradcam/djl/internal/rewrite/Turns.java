package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.layout.Site;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts, while a pass runs, how often each call in a loop has run before: a variable for each such
 * call, and a line before the statement that holds it.
 *
 * @param sites the calls of a method, by identity
 */
record Turns(Map<Expr, Site> sites) {

  private static final String VARIABLE = "gradcam_turn_";

  /** The body with its counters. */
  List<Stmt> counted(List<Stmt> body) {
    List<Stmt> result = new ArrayList<>();
    sites.values().stream()
        .filter(Site::isLooped)
        .map(site -> new Stmt.Bare(variable(site) + " = -1"))
        .forEach(result::add);
    return result.isEmpty() ? body : Stream.concat(result.stream(), block(body)).toList();
  }

  /** How often a call has run before, as an expression. */
  static String before(Site site) {
    return "torch.mul(" + variable(site) + ", " + Address.TURN + ")";
  }

  private Stream<Stmt> block(List<Stmt> block) {
    return block.stream()
        .flatMap(
            stmt ->
                Stream.concat(
                    stmt.expressions().stream().flatMap(this::counters), Stream.of(inner(stmt))));
  }

  private Stmt inner(Stmt stmt) {
    if (stmt instanceof Stmt.If branch) {
      return new Stmt.If(
          branch.condition(), block(branch.then()).toList(), block(branch.otherwise()).toList());
    } else if (stmt instanceof Stmt.Loop loop) {
      return new Stmt.Loop(loop.opening(), loop.header(), block(loop.body()).toList());
    }
    return stmt;
  }

  private Stream<Stmt> counters(Expr expr) {
    Stream<Stmt> inside = expr.parts().stream().flatMap(this::counters);
    Site site = sites.get(expr);
    return site == null || !site.isLooped()
        ? inside
        : Stream.concat(
            inside,
            Stream.of(new Stmt.Bare(variable(site) + " = torch.add(" + variable(site) + ", 1)")));
  }

  private static String variable(Site site) {
    return VARIABLE + (site.input() == Site.NONE ? site.base() : site.input());
  }
}
