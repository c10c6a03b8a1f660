package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of the dictionary that a method returns, where its text alone says them. */
final class DictionaryKeys {

  private static final Expr NOTHING = new Expr.Atom("");

  private final List<Stmt> body;
  private final Set<String> keys = new LinkedHashSet<>();

  private DictionaryKeys(List<Stmt> body) {
    this.body = body;
  }

  /** The keys, quoted as in the text; empty if only a pass can tell. */
  static Optional<Set<String>> of(List<Stmt> body) {
    if (body.isEmpty() || !(body.get(body.size() - 1) instanceof Stmt.Return done)) {
      return Optional.empty();
    }
    DictionaryKeys found = new DictionaryKeys(body);
    boolean known =
        done.value().bare() instanceof Expr.Atom name
            ? found.ofVariable(name.text())
            : found.ofLiteral(done.value());
    return known ? Optional.of(found.keys) : Optional.empty();
  }

  private boolean ofVariable(String name) {
    boolean defined = false;
    for (Stmt stmt : body.subList(0, body.size() - 1)) {
      if (stmt instanceof Stmt.Assign assign && assign.name().equals(name)) {
        defined = !defined && ofLiteral(assign.value());
        if (!defined) {
          return false;
        }
      } else if (touches(stmt, name) && !setsItem(stmt, name)) {
        return false;
      }
    }
    return defined;
  }

  private static boolean touches(Stmt stmt, String name) {
    return Stream.of(Reads.of(stmt, NOTHING), Reads.assigned(stmt))
        .anyMatch(names -> names.contains(name));
  }

  private boolean setsItem(Stmt stmt, String name) {
    return stmt instanceof Stmt.Assign assign
        && assign.targets().isEmpty()
        && assign.value() instanceof Expr.Call call
        && call.callee().dotted().equals("torch._set_item")
        && call.arguments().size() == 3
        && call.arguments().get(0).dotted().equals(name)
        && add(call.arguments().get(1));
  }

  private boolean ofLiteral(Expr value) {
    Expr bare = value.bare();
    if (bare instanceof Expr.Call call
        && call.callee().dotted().equals("annotate")
        && !call.arguments().isEmpty()) {
      bare = call.arguments().get(call.arguments().size() - 1).bare();
    }
    return bare instanceof Expr.Group group
        && group.open() == '{'
        && group.items().stream().allMatch(item -> item instanceof Expr.Pair p && add(p.key()));
  }

  private boolean add(Expr key) {
    String text = key.dotted();
    keys.add(text);
    return text.startsWith("\"");
  }
}
