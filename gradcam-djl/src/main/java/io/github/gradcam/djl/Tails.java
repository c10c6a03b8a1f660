package io.github.gradcam.djl;

import static java.util.Objects.requireNonNull;

import io.github.gradcam.model.Layer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the methods that start at a layer and run only what lies behind it. */
final class Tails {

  private static final String VALUE = "gradcam_value";
  private static final int MOST_STATEMENTS = 20_000;

  private final Copies copies;
  private final ScoreChain chain;
  private final OutputPick pick;
  private final TorchClass root;
  private final Map<String, Optional<String>> written = new HashMap<>();
  private final Map<Layout, Tail> tails = new IdentityHashMap<>();
  private int statements;

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
   * @return the method's name, or empty if more than the layer's output is needed from before it
   */
  Optional<String> write(Address address) {
    boolean tensorsAlone =
        address.way().stream()
            .skip(1)
            .allMatch(step -> step.frame().layout().method().returnsTensor());
    if (address.way().isEmpty()
        || address.hidden()
        || address.text().endsWith(Layer.INPUT)
        || !tensorsAlone) {
      return Optional.empty();
    }
    StringBuilder body = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    String object = "(self)";
    for (Address.Step step : address.way()) {
      Optional<String> name = tail(step);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      lines.insert(0, "    " + VALUE + " = " + object + "." + name.get() + "(" + VALUE + ")\n");
      if (step != address.way().get(address.way().size() - 1)) {
        object = child(object, step.site().path());
      }
    }
    String name = Frame.PREFIX + "resume_" + address.numbers().get(0);
    body.append(
            "  def %s(self: %s, gradcam_x: Tensor) -> List[Tensor]:\n".formatted(name, root.name()))
        .append("    gradcam_act = " + Helpers.MODULE + ".leaf(gradcam_x)\n")
        .append("    " + VALUE + " = torch.clone(gradcam_act)\n");
    int last = lines.lastIndexOf(VALUE + " = ");
    lines.replace(last, last + VALUE.length(), "gradcam_result");
    body.append(lines);
    pick.lines().forEach(line -> body.append("    ").append(line).append('\n'));
    body.append("    gradcam_taps = annotate(Dict[int, Tensor], {})\n")
        .append("    torch._set_item(gradcam_taps, " + address.numbers().get(0))
        .append(", gradcam_act)\n")
        .append("    return " + Helpers.MODULE + ".packed(gradcam_score, gradcam_taps)\n");
    copies.add(root, body.toString());
    return Optional.of(name);
  }

  private static String child(String object, String path) {
    String result = object;
    if (path.isEmpty()) {
      return result;
    }
    for (String attribute : path.split("\\.")) {
      result = "(getattr(" + result + ", " + OutputPick.quoted(attribute) + "))";
    }
    return result;
  }

  private Optional<String> tail(Address.Step step) {
    Layout layout = step.frame().layout();
    String name =
        step.frame().copyName() + "_behind_" + Math.max(step.site().output(), step.site().base());
    String key = layout.owner().name() + "#" + name;
    Optional<String> known = written.get(key);
    if (known == null) {
      known =
          statements > MOST_STATEMENTS
              ? Optional.empty()
              : tails
                  .computeIfAbsent(layout, l -> new Tail(l.method()))
                  .behind(step.site().call())
                  .map(
                      body -> {
                        statements += body.size();
                        copies.add(layout.owner(), text(name, step, body));
                        return name;
                      });
      written.put(key, known);
    }
    return known;
  }

  private String text(String name, Address.Step step, List<Stmt> body) {
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
