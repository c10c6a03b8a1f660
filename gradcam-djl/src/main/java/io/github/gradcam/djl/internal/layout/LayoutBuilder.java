package io.github.gradcam.djl.internal.layout;

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
import java.util.Optional;
import java.util.Set;

/** Walks one method's body in the order of execution and numbers what it can hand out. */
final class LayoutBuilder {

  private final Layouts layouts;
  private final TorchClass owner;
  private final Method method;
  private final boolean operators;
  private final Scope scope;
  private final Set<String> tensors = new HashSet<>();
  private final Map<Expr, Site> sites = new IdentityHashMap<>();
  private Site.Place place = Site.Place.STRAIGHT;
  private int next;

  LayoutBuilder(
      Layouts layouts, Program program, TorchClass owner, Method method, boolean operators) {
    this.layouts = layouts;
    this.owner = owner;
    this.method = method;
    this.operators = operators;
    this.scope = new Scope(program, owner, method);
    method.params().stream().filter(Method.Param::isTensor).forEach(p -> tensors.add(p.name()));
  }

  Layout build() {
    List<Layout.Node> nodes = walk(method.body().orElseThrow());
    return new Layout(owner, method, nodes, sites, next);
  }

  private List<Layout.Node> walk(List<Stmt> body) {
    List<Layout.Node> nodes = new ArrayList<>();
    for (Stmt stmt : body) {
      stmt.expressions().forEach(expr -> walk(expr, nodes));
      if (stmt instanceof Stmt.Assign assign) {
        scope.assign(assign);
        if (!assign.name().isEmpty() && Operators.isTensor(assign.value(), tensors)) {
          tensors.add(assign.name());
        }
      }
      Site.Place outside = place;
      place = stmt instanceof Stmt.Loop loop && loop.isRepeated() ? Site.Place.LOOP : place;
      List<List<Layout.Node>> arms = stmt.arms().stream().map(this::walk).toList();
      place = outside;
      if (arms.size() == 1) {
        nodes.addAll(arms.get(0));
      } else if (arms.stream().anyMatch(arm -> !arm.isEmpty())) {
        nodes.add(new Layout.Fork(arms));
      }
    }
    return nodes;
  }

  private void walk(Expr expr, List<Layout.Node> nodes) {
    expr.parts().forEach(part -> walk(part, nodes));
    if (expr instanceof Expr.Call call) {
      (operators ? operator(call) : Optional.<Site>empty())
          .or(() -> module(call))
          .ifPresent(
              site -> {
                sites.put(call, site);
                nodes.add(site);
              });
    }
  }

  private Optional<Site> module(Expr.Call call) {
    Optional<Method> callee = scope.method(call);
    if (callee.isEmpty()) {
      return Optional.empty();
    }
    Scope.Ref ref = scope.module(((Expr.Member) call.callee()).base()).orElseThrow();
    Optional<Layout> inner = layouts.of(ref.type(), callee.get());
    boolean self = ref.path().isEmpty();
    if (self && inner.isEmpty()) {
      return Optional.empty();
    }
    boolean takesTensor =
        !self
            && !call.arguments().isEmpty()
            && !(call.arguments().get(0) instanceof Expr.Pair)
            && !callee.get().params().isEmpty()
            && callee.get().params().get(0).isTensor();
    int input = takesTensor ? next++ : Site.NONE;
    int base = next;
    next = Layouts.bounded(next + inner.map(Layout::size).orElse(0));
    int output = !self && callee.get().returnsTensor() ? next++ : Site.NONE;
    String returns = callee.get().returns();
    return Optional.of(
        new Site(call, ref.path(), ref.type().kind(), inner, input, base, output, returns, place));
  }

  private Optional<Site> operator(Expr.Call call) {
    String name = Operators.name(scope.function(call));
    if (name.isEmpty()
        || call.arguments().isEmpty()
        || call.arguments().get(0) instanceof Expr.Pair
        || !Operators.makesTensor(name, call.arguments(), tensors)) {
      return Optional.empty();
    }
    String path = Operators.layerName(name, call.arguments());
    int input = Operators.isTensor(call.arguments().get(0), tensors) ? next++ : Site.NONE;
    int base = next;
    return Optional.of(
        new Site(call, path, path, Optional.empty(), input, base, next++, "Tensor", place));
  }
}
