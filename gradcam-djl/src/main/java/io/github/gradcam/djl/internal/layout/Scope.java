package io.github.gradcam.djl.internal.layout;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Program;
import io.github.gradcam.djl.internal.syntax.Stmt;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the names of one method's body stand for, as far as it can be seen: modules reached from
 * {@code self}, and functions of the archive.
 */
public final class Scope {

  /**
   * A module reached from the method's object.
   *
   * @param path the attributes that lead there, empty for the object itself
   * @param type its class
   */
  public record Ref(String path, TorchClass type) {}

  private final Program program;
  private final Map<String, Ref> modules = new HashMap<>();
  private final Map<String, String> functions = new HashMap<>();

  /** The scope of a method of a class, before its first statement. */
  public Scope(Program program, TorchClass owner, Method method) {
    this.program = program;
    modules.put(method.selfName(), new Ref("", owner));
  }

  /** Learns from an assignment. */
  public void assign(Stmt.Assign assign) {
    String name = assign.name();
    if (name.isEmpty()) {
      return;
    }
    modules.remove(name);
    functions.remove(name);
    module(assign.value()).ifPresent(ref -> modules.put(name, ref));
    String dotted = assign.value().dotted();
    if (dotted.startsWith("__torch__.")) {
      functions.put(name, dotted);
    }
  }

  /** The module that an expression stands for. */
  public Optional<Ref> module(Expr expr) {
    Expr bare = expr.bare();
    if (bare instanceof Expr.Atom atom) {
      return Optional.ofNullable(modules.get(atom.text()));
    } else if (bare instanceof Expr.Member member) {
      return module(member.base()).flatMap(ref -> child(ref, member.name()));
    } else if (bare instanceof Expr.Call call
        && call.callee().dotted().equals("getattr")
        && call.arguments().size() == 2
        && call.arguments().get(1) instanceof Expr.Atom name) {
      return module(call.arguments().get(0)).flatMap(ref -> child(ref, unquoted(name.text())));
    }
    return Optional.empty();
  }

  /** The method that a call runs, if its object is a module that can be seen. */
  public Optional<Method> method(Expr.Call call) {
    return call.callee() instanceof Expr.Member member
        ? module(member.base()).map(ref -> ref.type().methods().get(member.name()))
        : Optional.empty();
  }

  /** The dotted name of the function or operator that a call runs, or an empty string. */
  public String function(Expr.Call call) {
    String dotted = call.callee().bare().dotted();
    return functions.getOrDefault(dotted, dotted);
  }

  private Optional<Ref> child(Ref parent, String attribute) {
    String path = parent.path().isEmpty() ? attribute : parent.path() + "." + attribute;
    return program
        .module(parent.type().attributes().get(attribute))
        .map(type -> new Ref(path, type));
  }

  private static String unquoted(String text) {
    // PyTorch escapes a name here, but not where it is declared.
    return text.length() >= 2
        ? text.substring(1, text.length() - 1).replaceAll("\\\\([\"'])", "$1")
        : text;
  }
}
