package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.layout.Layout;
import io.github.gradcam.djl.internal.layout.Operators;
import io.github.gradcam.djl.internal.layout.Site;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Program;
import io.github.gradcam.djl.internal.syntax.Stmt;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the tensor whose type the network's input must have: the weight of the first convolution or
 * linear layer that runs. Norms are asked last, for they stay in single precision beside halves.
 */
final class InputType {

  private static final Set<String> WEIGHTED =
      Set.of(
          "conv1d",
          "conv2d",
          "conv3d",
          "_convolution",
          "conv_transpose2d",
          "linear",
          "matmul",
          "addmm");

  private final Deque<String> path = new ArrayDeque<>();
  private Optional<String> convolved = Optional.empty();
  private Optional<String> weighted = Optional.empty();

  private InputType() {}

  /** The expression of such a tensor within a method of the network, if there is one. */
  static Optional<String> sample(Program program, Layout forward) {
    InputType search = new InputType();
    search.walk(program, forward.owner(), forward.nodes());
    Method method = forward.method();
    return search
        .convolved
        .or(() -> constant(method.body().orElse(List.of())))
        .or(() -> search.weighted)
        .or(() -> own(program.root()).findFirst().map(name -> "self." + name));
  }

  private void walk(Program program, TorchClass owner, List<Layout.Node> nodes) {
    for (Layout.Node node : nodes) {
      if (convolved.isPresent()) {
        return;
      } else if (node instanceof Layout.Fork fork) {
        fork.arms().forEach(arm -> walk(program, owner, arm));
      } else {
        visit(program, owner, (Site) node);
      }
    }
  }

  private void visit(Program program, TorchClass owner, Site site) {
    Optional<TorchClass> type = program.moduleAt(owner, site.path());
    if (type.isEmpty()) {
      return;
    }
    if (!site.isSelf()) {
      path.addLast(site.path());
    }
    if (own(type.get()).anyMatch("weight"::equals)) {
      String weight = Frame.child("(self)", String.join(".", path)) + ".weight";
      weighted = weighted.or(() -> Optional.of(weight));
      if (site.kind().matches("Conv.*|Linear")) {
        convolved = convolved.or(() -> Optional.of(weight));
      }
    }
    site.inner().ifPresent(inner -> walk(program, type.get(), inner.nodes()));
    if (!site.isSelf()) {
      path.removeLast();
    }
  }

  private static Stream<String> own(TorchClass type) {
    return type.attributes().entrySet().stream()
        .filter(attribute -> attribute.getValue().equals("Tensor"))
        .map(attribute -> attribute.getKey());
  }

  private static Optional<String> constant(List<Stmt> body) {
    return body.stream()
        .flatMap(
            stmt ->
                Stream.concat(
                    stmt.expressions().stream().map(InputType::constant),
                    stmt.arms().stream().map(InputType::constant)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> constant(Expr expr) {
    Optional<String> inside =
        expr.parts().stream().map(InputType::constant).flatMap(Optional::stream).findFirst();
    if (inside.isPresent()
        || !(expr instanceof Expr.Call call)
        || !WEIGHTED.contains(Operators.name(call.callee().dotted()))) {
      return inside;
    }
    return call.arguments().stream()
        .map(argument -> argument.bare().dotted())
        .filter(text -> text.startsWith("CONSTANTS."))
        .findFirst();
  }
}
