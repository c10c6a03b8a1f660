package io.github.gradcam.djl.internal.syntax;

import java.util.ArrayList;
import java.util.List;

/** An expression of the Python subset in which TorchScript prints itself. */
public sealed interface Expr {

  /** A name, a number, a string or a constant, as it is written. */
  record Atom(String text) implements Expr {}

  /** {@code base.name}. */
  record Member(Expr base, String name) implements Expr {}

  /** {@code callee(arguments)}. */
  record Call(Expr callee, List<Expr> arguments) implements Expr {}

  /** {@code base[indices]}. */
  record Index(Expr base, List<Expr> indices) implements Expr {}

  /** {@code (items)}, {@code [items]}, <code>{items}</code>, or items without brackets. */
  record Group(char open, List<Expr> items, boolean trailingComma) implements Expr {

    static final char NO_BRACKET = ' ';
  }

  /** {@code name=value} among arguments, or {@code key: value} in a dictionary. */
  record Pair(Expr key, String sign, Expr value) implements Expr {}

  /** {@code -operand}. */
  record Minus(Expr operand) implements Expr {}

  /** The expression inside of redundant parentheses. */
  default Expr bare() {
    return this instanceof Group group
            && group.open == '('
            && group.items.size() == 1
            && !group.trailingComma
        ? group.items.get(0).bare()
        : this;
  }

  /** The parts of this expression, in the order they are evaluated. */
  default List<Expr> parts() {
    if (this instanceof Member member) {
      return List.of(member.base);
    } else if (this instanceof Call call) {
      return prepend(call.callee, call.arguments);
    } else if (this instanceof Index index) {
      return prepend(index.base, index.indices);
    } else if (this instanceof Group group) {
      return group.items;
    } else if (this instanceof Pair pair) {
      return List.of(pair.key, pair.value);
    } else if (this instanceof Minus minus) {
      return List.of(minus.operand);
    }
    return List.of();
  }

  private static List<Expr> prepend(Expr first, List<Expr> rest) {
    List<Expr> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return all;
  }

  /** {@code torch.relu} for such a chain of names, else an empty string. */
  default String dotted() {
    if (this instanceof Atom atom) {
      return atom.text;
    } else if (this instanceof Member member) {
      String base = member.base.dotted();
      return base.isEmpty() ? "" : base + "." + member.name;
    }
    return "";
  }
}
