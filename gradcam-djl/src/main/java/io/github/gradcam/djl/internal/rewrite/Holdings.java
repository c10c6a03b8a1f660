package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Program;
import io.github.gradcam.djl.internal.syntax.Stmt;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what modules hold that their methods read, and whose value their classes do not say. */
final class Holdings {

  private static final int MOST = 20_000;

  private final Program program;
  private final Map<TorchClass, Set<String>> read = new IdentityHashMap<>();
  private final List<Flag> flags = new ArrayList<>();
  private final List<String> tensors = new ArrayList<>();

  Holdings(Program program) {
    this.program = program;
    walk(program.root(), "", new HashSet<>());
  }

  /** Numbers, truth values, and whether optional tensors are missing. */
  List<Flag> flags() {
    return isTooMuch() ? List.of() : List.copyOf(flags);
  }

  /** The paths of tensors. */
  List<String> tensors() {
    return isTooMuch() ? List.of() : List.copyOf(tensors);
  }

  private boolean isTooMuch() {
    return flags.size() + tensors.size() > MOST;
  }

  private void walk(TorchClass type, String prefix, Set<TorchClass> above) {
    if (isTooMuch() || !above.add(type)) {
      return;
    }
    Set<String> names = read.computeIfAbsent(type, Holdings::read);
    type.attributes()
        .forEach(
            (name, declared) -> {
              if (Flag.TYPES.contains(declared)
                  && names.contains(name)
                  && !name.equals("training")) {
                flags.add(new Flag(prefix + name, declared));
              } else if (declared.equals("Tensor") && names.contains(name)) {
                tensors.add(prefix + name);
              }
              program.module(declared).ifPresent(child -> walk(child, prefix + name + ".", above));
            });
    above.remove(type);
  }

  /** The attributes of their own object that a class's methods read. */
  private static Set<String> read(TorchClass type) {
    Set<String> names = new HashSet<>();
    for (Method method : type.methods().values()) {
      method.body().ifPresent(body -> statements(body, method.selfName(), names));
    }
    return names;
  }

  private static void statements(List<Stmt> body, String self, Set<String> names) {
    for (Stmt stmt : body) {
      stmt.expressions().forEach(expr -> expressions(expr, self, names));
      stmt.arms().forEach(arm -> statements(arm, self, names));
    }
  }

  private static void expressions(Expr expr, String self, Set<String> names) {
    if (expr instanceof Expr.Member member && member.base().bare().dotted().equals(self)) {
      names.add(member.name());
    }
    expr.parts().forEach(part -> expressions(part, self, names));
  }
}
