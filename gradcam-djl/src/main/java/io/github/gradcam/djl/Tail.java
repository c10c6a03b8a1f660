package io.github.gradcam.djl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is left of a method's body behind one of its calls, if that needs nothing but the call's
 * result.
 *
 * <p>What the rest reads and what comes from the object alone, such as {@code conv = self.conv}, is
 * computed again; anything else that comes from before the call means that there is no such tail.
 */
final class Tail {

  private final Method method;
  private final List<Stmt> body;
  private final Expr call;
  private final Set<Integer> kept = new HashSet<>();

  private Tail(Method method, Expr call) {
    this.method = method;
    this.body = method.body().orElseThrow();
    this.call = call;
  }

  /**
   * The statements behind a call, the one that holds it included.
   *
   * @param method the method
   * @param call the call, compared by identity
   * @return the statements, or empty if they need more than the call's result
   */
  static Optional<List<Stmt>> of(Method method, Expr call) {
    Tail tail = new Tail(method, call);
    for (int i = 0; i < tail.body.size(); i++) {
      if (tail.body.get(i).expressions().stream().anyMatch(tail::holds)) {
        return tail.from(i);
      }
    }
    return Optional.empty();
  }

  private boolean holds(Expr expr) {
    return expr == call || expr.parts().stream().anyMatch(this::holds);
  }

  private Optional<List<Stmt>> from(int start) {
    Set<String> known = new HashSet<>();
    for (int i = start; i < body.size(); i++) {
      for (String name : Reads.of(body.get(i), call)) {
        if (!known.contains(name) && !keep(name, start)) {
          return Optional.empty();
        }
      }
      known.addAll(Reads.assigned(body.get(i)));
    }
    List<Stmt> rest = new ArrayList<>();
    kept.stream().sorted().map(body::get).forEach(rest::add);
    rest.addAll(body.subList(start, body.size()));
    return Optional.of(rest);
  }

  /** Keeps what defines a name before a place; false if that is not the object's alone. */
  private boolean keep(String name, int before) {
    for (int i = before - 1; i >= 0; i--) {
      Stmt stmt = body.get(i);
      if (Reads.assigned(stmt).contains(name)) {
        int at = i;
        boolean fixed =
            stmt instanceof Stmt.Assign assign
                && assign.name().equals(name)
                && isPure(assign.value())
                && Reads.of(stmt, call).stream().allMatch(read -> keep(read, at));
        if (fixed) {
          kept.add(i);
        }
        return fixed;
      }
    }
    return method.params().stream().noneMatch(param -> param.name().equals(name));
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
