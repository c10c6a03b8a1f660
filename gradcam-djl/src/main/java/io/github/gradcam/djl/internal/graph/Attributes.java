package io.github.gradcam.djl.internal.graph;

import io.github.gradcam.djl.internal.syntax.BodyParser;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Program;
import io.github.gradcam.djl.internal.syntax.SourceException;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What modules hold: other modules, tensors, and constants.
 *
 * @param program the source
 * @param facts what the loaded network says
 */
record Attributes(Program program, Facts facts) {

  private static final String FINAL = "Final[";

  Value of(Value.Module module, String name) {
    String path = module.path().isEmpty() ? name : module.path() + "." + name;
    String type = module.type().attributes().getOrDefault(name, "");
    if (name.equals("training")) {
      return new Value.Known(false);
    } else if (facts.stored().contains(path)) {
      return new Value.Stored(path);
    } else if (type.equals("NoneType") || facts.missing().contains(path)) {
      return new Value.Nothing();
    } else if (type.startsWith(FINAL) && type.contains(" = ")) {
      return literal(type.substring(type.indexOf(" = ") + 3)).orElseGet(Value.Unknown::new);
    }
    Object flag = facts.flags().get(path);
    return flag != null
        ? held(flag)
        : program
            .module(type)
            .<Value>map(found -> new Value.Module(path, found))
            .orElseGet(Value.Unknown::new);
  }

  private static Value held(Object flag) {
    if (flag instanceof List<?> list) {
      return new Value.Listed(list.stream().<Value>map(Value.Known::new).toList());
    }
    return flag instanceof String text
        ? Value.Word.of('"' + text + '"').<Value>map(Value.Known::new).orElseGet(Value.Unknown::new)
        : new Value.Known(flag);
  }

  /** A constant, as source writes it. */
  Optional<Value> literal(String text) {
    try {
      List<Stmt> statements = new BodyParser(List.of("return " + text.strip())).parse();
      return statements.get(0) instanceof Stmt.Return done
          ? literal(done.value())
          : Optional.empty();
    } catch (SourceException notUnderstood) {
      return Optional.empty();
    }
  }

  /** A constant. */
  Optional<Value> literal(Expr expr) {
    Expr bare = expr.bare();
    if (bare instanceof Expr.Atom atom) {
      return atom(atom.text());
    } else if (bare instanceof Expr.Minus minus) {
      return literal(minus.operand()).flatMap(Attributes::negated);
    } else if (bare instanceof Expr.Group group && group.open() != '{') {
      List<Value> items = new ArrayList<>();
      for (Expr item : group.items()) {
        Optional<Value> value = literal(item);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        items.add(value.get());
      }
      return Optional.of(new Value.Listed(items));
    }
    return Optional.empty();
  }

  private static Optional<Value> atom(String text) {
    if (text.equals("None")) {
      return Optional.of(new Value.Nothing());
    } else if (text.equals("True") || text.equals("False")) {
      return Optional.of(new Value.Known(text.equals("True")));
    } else if (text.startsWith("\"") || text.startsWith("'")) {
      return Value.Word.of(text).map(Value.Known::new);
    } else if (text.matches("\\d{1,18}")) {
      return Optional.of(new Value.Known(Long.parseLong(text)));
    }
    return text.matches("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
        ? Optional.of(new Value.Known(Double.parseDouble(text)))
        : Optional.empty();
  }

  private static Optional<Value> negated(Value value) {
    if (value instanceof Value.Known known && known.object() instanceof Long number) {
      return Optional.of(new Value.Known(-number));
    }
    return value instanceof Value.Known known && known.object() instanceof Double number
        ? Optional.of(new Value.Known(-number))
        : Optional.empty();
  }
}
