package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is left of a method's body behind one of its calls, if that needs nothing but the call's
 * result.
 *
 * <p>What the rest reads and what comes from the object alone, such as {@code conv = self.conv}, is
 * computed again; anything else that comes from before the call means that there is no such tail.
 */
final class Tail {

  private static final int DEEPEST = 300;

  private final Set<String> params = new HashSet<>();
  private final List<Stmt> body;
  private final List<Set<String>> reads = new ArrayList<>();
  private final Map<String, TreeSet<Integer>> definitions = new HashMap<>();

  Tail(Method method) {
    this.body = method.body().orElseThrow();
    method.params().forEach(param -> params.add(param.name()));
    Expr nothing = new Expr.Atom("");
    for (int i = 0; i < body.size(); i++) {
      reads.add(Reads.of(body.get(i), nothing));
      for (String name : Reads.assigned(body.get(i))) {
        definitions.computeIfAbsent(name, n -> new TreeSet<>()).add(i);
      }
    }
  }

  /**
   * The statements behind a call, the one that holds it included.
   *
   * @param call the call, compared by identity
   * @return the statements, or empty if they need more than the call's result
   */
  Optional<List<Stmt>> behind(Expr call) {
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i).expressions().stream().anyMatch(expr -> holds(expr, call))) {
        return from(i, call);
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Expr expr, Expr call) {
    return expr == call || expr.parts().stream().anyMatch(part -> holds(part, call));
  }

  private Optional<List<Stmt>> from(int start, Expr call) {
    Set<Integer> kept = new TreeSet<>();
    Set<String> known = new HashSet<>();
    for (int i = start; i < body.size(); i++) {
      for (String name : i == start ? Reads.of(body.get(i), call) : reads.get(i)) {
        if (!known.contains(name) && !keep(name, start, kept, 0)) {
          return Optional.empty();
        }
        known.add(name);
      }
      known.addAll(Reads.assigned(body.get(i)));
    }
    List<Stmt> rest = new ArrayList<>();
    kept.forEach(i -> rest.add(body.get(i)));
    rest.addAll(body.subList(start, body.size()));
    return Optional.of(rest);
  }

  /** Keeps what defines a name before a place; false if that is not the object's alone. */
  private boolean keep(String name, int before, Set<Integer> kept, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    Integer at = definitions.getOrDefault(name, new TreeSet<>()).lower(before);
    if (at == null) {
      return !params.contains(name);
    }
    boolean fixed =
        kept.contains(at)
            || (body.get(at) instanceof Stmt.Assign assign
                && assign.name().equals(name)
                && isPure(assign.value())
                && (isPlace(assign.value()) || isUntouched(name, at + 1, before))
                && reads.get(at).stream().allMatch(read -> keep(read, at, kept, depth + 1)));
    if (fixed) {
      kept.add(at);
    }
    return fixed;
  }

  /** Whether nothing reads a name in between, which might change what it stands for. */
  private boolean isUntouched(String name, int from, int to) {
    return reads.subList(from, to).stream().noneMatch(names -> names.contains(name));
  }

  /** Whether an expression is a literal, or what lies in an attribute, such as self.conv. */
  private boolean isPlace(Expr expr) {
    Expr bare = expr.bare();
    if (bare instanceof Expr.Atom atom) {
      return !definitions.containsKey(atom.text()) && !params.contains(atom.text());
    }
    return bare instanceof Expr.Member
        || (bare instanceof Expr.Call call && call.callee().dotted().equals("getattr"));
  }

  private static boolean isPure(Expr expr) {
    if (expr instanceof Expr.Call called) {
      String name = called.callee().dotted();
      boolean known =
          name.equals("getattr")
              || name.equals("annotate")
              || (name.startsWith("torch.") && !name.endsWith("_"));
      return known && called.arguments().stream().allMatch(Tail::isPure);
    }
    return expr.parts().stream().allMatch(Tail::isPure);
  }
}
