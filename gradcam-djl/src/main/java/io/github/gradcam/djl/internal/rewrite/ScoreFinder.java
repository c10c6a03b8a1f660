package io.github.gradcam.djl.internal.rewrite;

import static java.util.Objects.requireNonNull;

import io.github.gradcam.djl.internal.layout.Operators;
import io.github.gradcam.djl.internal.layout.Scope;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Program;
import io.github.gradcam.djl.internal.syntax.SourceException;
import io.github.gradcam.djl.internal.syntax.Stmt;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import io.github.gradcam.model.OutputKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a softmax or sigmoid at the end of the network, backwards from what it returns.
 *
 * <p>Reshapes, casts and modules that pass their argument on are looked through.
 */
final class ScoreFinder {

  private static final String FUNCTIONAL = "__torch__.torch.nn.functional.";
  private static final Set<String> PASSING =
      Set.of(
          "flatten",
          "reshape",
          "view",
          "squeeze",
          "unsqueeze",
          "to",
          "contiguous",
          "dropout",
          "alias",
          "clone",
          "permute",
          "transpose",
          "type_as",
          "float");

  private static final int MOST_FRAMES = 300;
  private static final int DEEPEST = 400;

  private final Program program;
  private final OutputPick pick;
  private final ScoreChain chain = new ScoreChain();
  private int frames;
  private int depth;

  ScoreFinder(Program program, OutputPick pick) {
    this.program = program;
    this.pick = pick;
  }

  /** The chain that leaves the softmax out; its kind says whether there is one. */
  ScoreChain find() {
    Method forward = requireNonNull(program.root().methods().get("forward"));
    Found found = new Frame(program.root(), forward, true).returned();
    if (found.kind().isPresent()) {
      chain.kind(found.split() ? OutputKind.PROBABILITIES : found.kind().get());
    }
    if (found.kind().isEmpty() || found.split()) {
      chain.clear();
    }
    return chain;
  }

  /** The search within one method. */
  private final class Frame {

    private final TorchClass owner;
    private final Method method;
    private final boolean picks;
    private final Scope scope;

    Frame(TorchClass owner, Method method, boolean picks) {
      this.owner = owner;
      this.method = method;
      this.picks = picks && !method.returnsTensor();
      this.scope = new Scope(program, owner, method);
      if (++frames > MOST_FRAMES) {
        throw new SourceException("the way to the output");
      }
      method.body().ifPresent(this::learn);
    }

    private void learn(List<Stmt> body) {
      for (Stmt stmt : body) {
        if (stmt instanceof Stmt.Assign assign) {
          scope.assign(assign);
        }
        stmt.arms().forEach(this::learn);
      }
    }

    Found returned() {
      List<Stmt> body = method.body().orElse(List.of());
      if (body.isEmpty() || !(body.get(body.size() - 1) instanceof Stmt.Return done)) {
        return Found.NOTHING;
      }
      return find(done.value(), body, body.size() - 1, picks);
    }

    private Found find(Expr expr, List<Stmt> body, int before, boolean whole) {
      if (++depth > DEEPEST) {
        throw new SourceException("the way to the output");
      }
      Found found = findBare(expr.bare(), body, before, whole);
      depth--;
      return found;
    }

    private Found findBare(Expr bare, List<Stmt> body, int before, boolean whole) {
      if (bare instanceof Expr.Atom atom) {
        return definition(atom.text(), body, before, whole);
      }
      if (bare instanceof Expr.Call call) {
        Found called = called(call, body, before, whole);
        if (called != null) {
          return called;
        }
      }
      return whole
          ? pick.in(bare).map(item -> find(item, body, before, false)).orElse(Found.NOTHING)
          : Found.NOTHING;
    }

    private @Nullable Found called(Expr.Call call, List<Stmt> body, int before, boolean whole) {
      Optional<Method> callee = scope.method(call);
      if (callee.isPresent()) {
        Scope.Ref ref = scope.module(((Expr.Member) call.callee()).base()).orElseThrow();
        Found inside = new Frame(ref.type(), callee.get(), whole).returned();
        if (inside.kind().isPresent()) {
          chain.add(owner, method, call, ScoreChain.Step.DESCEND);
          return inside;
        }
        List<String> params = callee.get().params().stream().map(Method.Param::name).toList();
        int index = params.indexOf(inside.param());
        return index >= 0 && index < call.arguments().size()
            ? find(call.arguments().get(index), body, before, whole)
            : Found.NOTHING;
      }
      String name = operator(scope.function(call));
      Optional<OutputKind> kind =
          switch (name) {
            case "softmax", "log_softmax" -> Optional.of(OutputKind.LOGITS);
            case "sigmoid", "log_sigmoid" -> Optional.of(OutputKind.SIGMOID_LOGITS);
            default -> Optional.empty();
          };
      if (kind.isPresent()
          && !call.arguments().isEmpty()
          && !(call.arguments().get(0) instanceof Expr.Pair)) {
        chain.add(owner, method, call, ScoreChain.Step.LEAVE_OUT);
        return new Found(kind, false, "");
      }
      return PASSING.contains(name) && !call.arguments().isEmpty()
          ? find(call.arguments().get(0), body, before, false)
          : null;
    }

    private Found definition(String name, List<Stmt> body, int before, boolean whole) {
      for (int i = before - 1; i >= 0; i--) {
        Stmt stmt = body.get(i);
        if (stmt instanceof Stmt.Assign assign && assign.name().equals(name)) {
          return find(assign.value(), body, i, whole);
        }
        if (stmt instanceof Stmt.If branch && assigns(stmt, name)) {
          return definition(name, branch.then(), branch.then().size(), whole)
              .or(definition(name, branch.otherwise(), branch.otherwise().size(), whole));
        }
        if (assigns(stmt, name)) {
          return Found.NOTHING;
        }
      }
      boolean param = method.params().stream().anyMatch(p -> p.name().equals(name));
      return param ? new Found(Optional.empty(), false, name) : Found.NOTHING;
    }

    private static boolean assigns(Stmt stmt, String name) {
      return (stmt instanceof Stmt.Assign assign
              && assign.targets().stream().anyMatch(target -> target.dotted().equals(name)))
          || stmt.arms().stream().flatMap(List::stream).anyMatch(inner -> assigns(inner, name));
    }
  }

  private static String operator(String function) {
    return function.startsWith(FUNCTIONAL)
        ? function.substring(FUNCTIONAL.length())
        : Operators.name(function);
  }
}
