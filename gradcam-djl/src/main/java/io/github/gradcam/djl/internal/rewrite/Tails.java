package io.github.gradcam.djl.internal.rewrite;

import static java.util.Objects.requireNonNull;

import io.github.gradcam.djl.internal.layout.Layout;
import io.github.gradcam.djl.internal.syntax.BodyPrinter;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Printer;
import io.github.gradcam.djl.internal.syntax.Stmt;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import io.github.gradcam.model.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the methods that start at a layer and run only what lies behind it. */
final class Tails {

  private static final String VALUE = "gradcam_value";
  private static final int MOST_STATEMENTS = 20_000;
  private static final int MOST_LOOKED_AT = 10_000_000;
  private static final int MOST_TEXT = 16 << 20;

  private final Copies copies;
  private final ScoreChain chain;
  private final OutputPick pick;
  private final TorchClass root;
  private final Map<String, Optional<String>> written = new HashMap<>();
  private final Map<Layout, Tail> tails = new IdentityHashMap<>();
  private int statements;
  private int lookedAt;
  private int text;

  Tails(Copies copies, ScoreChain chain, OutputPick pick, TorchClass root) {
    this.copies = copies;
    this.chain = chain;
    this.pick = pick;
    this.root = root;
  }

  /**
   * Writes the method that starts at a layer.
   *
   * @param address the layer's
   * @param way the calls that lead there
   * @return the method's name, or empty if more than the layer's output is needed from before it
   */
  Optional<String> write(Address address, List<Step> way) {
    boolean tensorsAlone =
        way.stream().skip(1).allMatch(step -> step.frame().layout().method().returnsTensor());
    if (way.isEmpty()
        || address.hidden()
        || address.text().endsWith(Layer.INPUT)
        || !tensorsAlone) {
      return Optional.empty();
    }
    List<String> calls = new ArrayList<>();
    String object = "(self)";
    for (Step step : way) {
      Optional<String> name = tail(step);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      calls.add(0, object + "." + name.get() + "(" + VALUE + ")");
      object = Frame.child(object, step.site().path());
    }
    int number = address.numbers().get(0);
    String name = Frame.PREFIX + "resume_" + number;
    StringBuilder body = new StringBuilder();
    body.append(
        "  def " + name + "(self: " + root.name() + ", gradcam_x: Tensor) -> List[Tensor]:\n");
    line(body, "gradcam_act = " + Helpers.MODULE + ".leaf(gradcam_x)");
    line(body, VALUE + " = torch.clone(gradcam_act)");
    calls.subList(0, calls.size() - 1).forEach(call -> line(body, VALUE + " = " + call));
    line(body, "gradcam_result = " + calls.get(calls.size() - 1));
    pick.lines().forEach(line -> line(body, line));
    line(body, "gradcam_taps = annotate(Dict[int, Tensor], {})");
    line(body, "torch._set_item(gradcam_taps, " + number + ", gradcam_act)");
    line(body, "return " + Helpers.MODULE + ".packed(gradcam_score, gradcam_taps)");
    copies.add(root, body.toString());
    return Optional.of(name);
  }

  private static void line(StringBuilder body, String line) {
    body.append("    ").append(line).append('\n');
  }

  private Optional<String> tail(Step step) {
    Layout layout = step.frame().layout();
    String name =
        step.frame().copyName() + "_behind_" + Math.max(step.site().output(), step.site().base());
    String key = layout.owner().name() + "#" + name;
    Optional<String> known = written.get(key);
    if (known == null) {
      lookedAt = Math.min(MOST_LOOKED_AT + 1, lookedAt + layout.size());
      known =
          statements > MOST_STATEMENTS || lookedAt > MOST_LOOKED_AT || text > MOST_TEXT
              ? Optional.empty()
              : tails
                  .computeIfAbsent(layout, l -> new Tail(l.method()))
                  .behind(step.site().call())
                  .map(
                      body -> {
                        statements += body.size();
                        String method = text(name, step, body);
                        text = Math.min(MOST_TEXT + 1, text + method.length());
                        copies.add(layout.owner(), method);
                        return name;
                      });
      written.put(key, known);
    }
    return known;
  }

  private String text(String name, Step step, List<Stmt> body) {
    Layout layout = step.frame().layout();
    Map<Expr, ScoreChain.Step> steps = step.frame().steps(chain);
    Printer[] self = new Printer[1];
    self[0] =
        new Printer(
            expr -> {
              if (expr == step.site().call()) {
                return Optional.of(VALUE);
              }
              return Optional.ofNullable(steps.get(expr))
                  .map(found -> scored((Expr.Call) expr, found, layout, self[0]));
            });
    return "  def %s(%s, %s: Tensor) -> %s:\n%s"
        .formatted(
            name,
            layout.method().self(),
            VALUE,
            layout.method().returns(),
            new BodyPrinter(self[0]).print(body, 4));
  }

  private static String scored(
      Expr.Call call, ScoreChain.Step step, Layout layout, Printer printer) {
    if (step == ScoreChain.Step.LEAVE_OUT) {
      return printer.print(call.arguments().get(0));
    }
    Frame frame = new Frame(requireNonNull(layout.sites().get(call)).inner().orElseThrow(), true);
    Expr.Member callee = (Expr.Member) call.callee();
    return Printer.PLAIN.print(callee.base())
        + "."
        + frame.copyName()
        + "(0, annotate(List[int], []), annotate(Dict[int, Tensor], {})"
        + (call.arguments().isEmpty() ? "" : ", " + printer.list(call.arguments()))
        + ")";
  }
}
