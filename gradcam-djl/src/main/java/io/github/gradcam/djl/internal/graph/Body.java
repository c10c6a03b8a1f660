package io.github.gradcam.djl.internal.graph;

import io.github.gradcam.djl.internal.layout.Site;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates the statements of one method, with the names that it knows. */
final class Body {

  private static final Value UNKNOWN = new Value.Unknown();

  private final Tracer tracer;
  private final Map<String, Value> names;
  private final Optional<Tracer.Numbers> numbers;
  private final Attributes attributes;

  Body(Tracer tracer, Map<String, Value> names, Optional<Tracer.Numbers> numbers) {
    this.tracer = tracer;
    this.names = names;
    this.numbers = numbers;
    this.attributes = new Attributes(tracer.program(), tracer.facts());
  }

  /** Runs statements; the value is what they return. */
  Optional<Value> run(List<Stmt> statements) {
    for (Stmt statement : statements) {
      tracer.step();
      Optional<Value> returned = run(statement);
      if (returned.isPresent()) {
        return returned;
      }
    }
    return Optional.empty();
  }

  private Optional<Value> run(Stmt statement) {
    if (statement instanceof Stmt.Assign assign) {
      assign(assign);
      return Optional.empty();
    } else if (statement instanceof Stmt.Return done) {
      return Optional.of(value(done.value()));
    } else if (statement instanceof Stmt.If branch) {
      return run(isTrue(branch.condition()) ? branch.then() : branch.otherwise());
    } else if (statement instanceof Stmt.Bare bare && bare.text().equals("pass")) {
      return Optional.empty();
    } else if (statement instanceof Stmt.Loop loop) {
      loop(loop);
      return Optional.empty();
    }
    throw new Unproven("a loop that is left early");
  }

  private boolean isTrue(Expr condition) {
    if (value(condition) instanceof Value.Known known && known.object() instanceof Boolean truth) {
      return truth;
    }
    throw new Unproven("a condition that is only known when it runs");
  }

  private void loop(Stmt.Loop loop) {
    if (loop.opening().startsWith("for ")
        && loop.header() instanceof Expr.Call call
        && call.callee().dotted().equals("range")
        && call.arguments().size() == 1
        && value(call.arguments().get(0)) instanceof Value.Known known
        && known.object() instanceof Long count) {
      String name = loop.opening().substring("for ".length(), loop.opening().length() - 3).strip();
      for (long i = 0; i < count; i++) {
        names.put(name, new Value.Known(i));
        if (run(loop.body()).isPresent()) {
          throw new Unproven("a loop that is left early");
        }
      }
    } else {
      throw new Unproven("a loop whose end is only known when it runs");
    }
  }

  private void assign(Stmt.Assign assign) {
    Value value = value(assign.value());
    if (!assign.name().isEmpty()) {
      names.put(assign.name(), value);
    } else if (!assign.targets().isEmpty()) {
      if (!(value instanceof Value.Listed listed)
          || listed.items().size() != assign.targets().size()) {
        throw new Unproven("an assignment of several values");
      }
      for (int i = 0; i < listed.items().size(); i++) {
        if (!(assign.targets().get(i) instanceof Expr.Atom name)) {
          throw new Unproven("an assignment to an attribute");
        }
        names.put(name.text(), listed.items().get(i));
      }
    }
  }

  /** What a parameter is that was not given. */
  Value defaultOf(Method.Param param) {
    if (param.rest().isEmpty()) {
      throw new Unproven("a missing argument");
    }
    return attributes.literal(param.rest().replaceFirst("^\\s*=", "")).orElse(UNKNOWN);
  }

  private Value value(Expr expr) {
    tracer.step();
    Expr bare = expr.bare();
    if (bare instanceof Expr.Atom atom) {
      Value named = names.get(atom.text());
      return named != null ? named : attributes.literal(bare).orElse(UNKNOWN);
    } else if (bare instanceof Expr.Member member) {
      return member(member);
    } else if (bare instanceof Expr.Call call) {
      return called(call);
    } else if (bare instanceof Expr.Index index) {
      return item(index);
    } else if (bare instanceof Expr.Group group && group.open() != '{') {
      return new Value.Listed(values(group.items()));
    }
    if (bare instanceof Expr.Group dictionary) {
      dictionary.items().forEach(this::entry);
      return UNKNOWN;
    }
    return attributes.literal(bare).orElse(UNKNOWN);
  }

  /** What a dictionary holds is computed, whoever may read it. */
  private void entry(Expr item) {
    if (item instanceof Expr.Pair pair) {
      value(pair.value());
    }
  }

  private List<Value> values(List<Expr> expressions) {
    List<Value> values = new ArrayList<>();
    expressions.forEach(item -> values.add(value(item)));
    return values;
  }

  private Value member(Expr.Member member) {
    String dotted = member.dotted();
    if (tracer.facts().stored().contains(dotted) && dotted.startsWith("CONSTANTS.")) {
      return new Value.Stored(dotted);
    } else if (dotted.startsWith("__torch__.")) {
      return new Value.Function(dotted);
    }
    return value(member.base()) instanceof Value.Module module
        ? attributes.of(module, member.name())
        : UNKNOWN;
  }

  private Value item(Expr.Index index) {
    Value base = value(index.base());
    if (base instanceof Value.Listed listed
        && index.indices().size() == 1
        && value(index.indices().get(0)) instanceof Value.Known known
        && known.object() instanceof Long at) {
      int size = listed.items().size();
      long place = at < 0 ? at + size : at;
      if (place >= 0 && place < size) {
        return listed.items().get((int) place);
      }
    }
    if (base instanceof Value.Cell) {
      throw new Unproven("a part of a tensor");
    }
    return UNKNOWN;
  }

  private Value called(Expr.Call call) {
    Optional<Site> site = numbers.map(known -> known.layout().sites().get(call));
    Value result = result(call, site);
    if (site.isPresent() && site.get().output() != Site.NONE) {
      tracer.done(numbers.orElseThrow().base() + site.get().output(), result);
    }
    return result;
  }

  private Value result(Expr.Call call, Optional<Site> site) {
    if (call.callee() instanceof Expr.Member member
        && !member.dotted().startsWith("torch.")
        && !member.dotted().startsWith("ops.")
        && !member.dotted().startsWith("__torch__.")) {
      return method(member, call, site);
    }
    String dotted = call.callee().bare().dotted();
    Value named = names.get(dotted);
    String name = named instanceof Value.Function function ? function.name() : dotted;
    List<Expr> arguments = call.arguments();
    return switch (name) {
      case "getattr" -> attribute(arguments);
      case "annotate", "unchecked_cast" -> value(arguments.get(1));
      case "ops.prim.RaiseException" -> throw new Unproven("an error that it raises");
      default -> {
        Map<String, Value> keywords = new LinkedHashMap<>();
        List<Value> plain = new ArrayList<>();
        for (Expr argument : arguments) {
          if (argument instanceof Expr.Pair pair) {
            keywords.put(pair.key().dotted(), value(pair.value()));
          } else {
            plain.add(value(argument));
          }
        }
        Optional<Method> function = tracer.program().function(name);
        if (function.isPresent() && keywords.isEmpty()) {
          yield tracer.run(function.get(), plain, Optional.empty());
        }
        yield tracer.arithmetic().call(name, plain, keywords);
      }
    };
  }

  private Value attribute(List<Expr> arguments) {
    return value(arguments.get(0)) instanceof Value.Module module
            && arguments.get(1) instanceof Expr.Atom name
            && name.text().length() >= 2
        ? attributes.of(module, name.text().substring(1, name.text().length() - 1))
        : UNKNOWN;
  }

  private Value method(Expr.Member member, Expr.Call call, Optional<Site> site) {
    if (!(value(member.base()) instanceof Value.Module module)) {
      throw new Unproven("a call of " + member.name());
    }
    Method method = module.type().methods().get(member.name());
    if (method == null || call.arguments().stream().anyMatch(Expr.Pair.class::isInstance)) {
      throw new Unproven("the method " + member.name());
    }
    List<Value> arguments = new ArrayList<>();
    arguments.add(module);
    arguments.addAll(values(call.arguments()));
    return tracer.run(
        method, arguments, site.flatMap(found -> numbers.orElseThrow().inside(found)));
  }
}
