package io.github.gradcam.djl.internal.syntax;

import java.util.List;

/** A statement of a method's body. */
public sealed interface Stmt {

  /**
   * {@code targets = value}; without targets the value alone.
   *
   * @param sign what stands between them: {@code =}, {@code , =} or a type with its signs
   */
  record Assign(List<Expr> targets, String sign, Expr value) implements Stmt {

    static final String SINGLE = " = ";
    static final String UNPACKED = ", = ";

    /** The name that is assigned, or an empty string if it is not a single plain name. */
    public String name() {
      return targets.size() == 1
              && !sign.equals(UNPACKED)
              && targets.get(0) instanceof Expr.Atom atom
          ? atom.text()
          : "";
    }
  }

  /** {@code return value}. */
  record Return(Expr value) implements Stmt {}

  /** {@code pass} and what else stands alone. */
  record Bare(String text) implements Stmt {}

  /** {@code if condition:} with both arms. */
  record If(Expr condition, List<Stmt> then, List<Stmt> otherwise) implements Stmt {}

  /**
   * {@code for variable in range:}, {@code while condition:}, {@code with context:}, or {@code def
   * name():} within a method.
   *
   * @param opening the words before the header's expression, such as {@code for _1 in}
   */
  record Loop(String opening, Expr header, List<Stmt> body) implements Stmt {

    /** Whether its body may run more than once. */
    public boolean isRepeated() {
      return opening.startsWith("for ") || opening.equals("while");
    }

    /** The name that it defines, or an empty string. */
    public String defined() {
      return opening.equals("def") && header instanceof Expr.Call call
          ? call.callee().dotted()
          : "";
    }
  }

  /** The statements below this one, arm by arm. */
  default List<List<Stmt>> arms() {
    if (this instanceof If branch) {
      return List.of(branch.then, branch.otherwise);
    }
    return this instanceof Loop loop ? List.of(loop.body) : List.of();
  }

  /** The expressions of this statement itself, in the order of evaluation. */
  default List<Expr> expressions() {
    if (this instanceof Assign assign) {
      return List.of(assign.value);
    } else if (this instanceof Return done) {
      return List.of(done.value);
    } else if (this instanceof If branch) {
      return List.of(branch.condition);
    }
    return this instanceof Loop loop ? List.of(loop.header) : List.of();
  }
}
