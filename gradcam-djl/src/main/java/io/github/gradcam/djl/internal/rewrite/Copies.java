package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.layout.Layout;
import io.github.gradcam.djl.internal.layout.Site;
import io.github.gradcam.djl.internal.syntax.BodyPrinter;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Printer;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the copies of methods that hand out what flows through them. */
final class Copies {

  private static final String PARAMS =
      "gradcam_base: int, gradcam_wanted: List[int], gradcam_taps: Dict[int, Tensor]";

  private final ScoreChain chain;
  private final Set<String> written = new HashSet<>();
  private final Map<TorchClass, StringBuilder> texts = new IdentityHashMap<>();

  Copies(ScoreChain chain) {
    this.chain = chain;
  }

  /** The methods to add, by class. */
  Map<TorchClass, String> texts() {
    return texts.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().toString(),
                (a, b) -> a + b,
                IdentityHashMap::new));
  }

  /** Adds a method to a class. */
  void add(TorchClass owner, String text) {
    texts.computeIfAbsent(owner, c -> new StringBuilder()).append(text);
  }

  /** Writes the copy of a method, and of all that it calls, unless they are there already. */
  void write(Frame frame) {
    if (!written.add(frame.key())) {
      return;
    }
    Layout layout = frame.layout();
    Map<Expr, ScoreChain.Step> steps = frame.steps(chain);
    for (Site site : layout.sites().values()) {
      frameOf(site, steps).ifPresent(this::write);
    }
    Printer[] self = new Printer[1];
    self[0] =
        new Printer(
            expr -> {
              if (steps.get(expr) == ScoreChain.Step.LEAVE_OUT) {
                return Optional.of(self[0].print(((Expr.Call) expr).arguments().get(0)));
              }
              Site site = layout.sites().get(expr);
              return site == null ? Optional.empty() : Optional.of(call(site, steps, self[0]));
            });
    Method method = layout.method();
    StringBuilder params = new StringBuilder(method.self()).append(", ").append(PARAMS);
    method.params().forEach(param -> params.append(", ").append(param.text()));
    String body =
        new BodyPrinter(self[0])
            .print(Forks.inTurn(new Turns(layout.sites()).counted(method.body().orElseThrow())), 4);
    add(
        layout.owner(),
        "  def %s(%s) -> %s:\n%s".formatted(frame.copyName(), params, method.returns(), body));
  }

  /** The copy that a call must run, if it is not the method as it was. */
  static Optional<Frame> frameOf(Site site, Map<Expr, ScoreChain.Step> steps) {
    boolean scored = steps.get(site.call()) == ScoreChain.Step.DESCEND;
    return site.inner()
        .filter(inner -> scored || inner.size() > 0)
        .map(inner -> new Frame(inner, scored));
  }

  private static String call(Site site, Map<Expr, ScoreChain.Step> steps, Printer printer) {
    List<Expr> arguments = site.call().arguments();
    String rest = arguments.stream().map(printer::print).collect(Collectors.joining(", "));
    if (site.input() != Site.NONE) {
      String others = printer.list(arguments.subList(1, arguments.size()));
      rest =
          tap(printer.print(arguments.get(0)), site, site.input())
              + (others.isEmpty() ? "" : ", " + others);
    }
    Optional<Frame> frame = frameOf(site, steps);
    String called;
    if (frame.isPresent()) {
      String object = Printer.PLAIN.print(((Expr.Member) site.call().callee()).base());
      String start = number(site, site.base()) + ", gradcam_wanted, gradcam_taps";
      called =
          object
              + "."
              + frame.get().copyName()
              + "("
              + start
              + (rest.isEmpty() ? "" : ", " + rest)
              + ")";
    } else {
      called = Printer.PLAIN.print(site.call().callee()) + "(" + rest + ")";
    }
    return site.output() == Site.NONE ? called : tap(called, site, site.output());
  }

  private static String tap(String value, Site site, int number) {
    return Helpers.MODULE
        + ".tap("
        + value
        + ", "
        + number(site, number)
        + ", gradcam_wanted, gradcam_taps)";
  }

  private static String number(Site site, int number) {
    String fixed = "torch.add(gradcam_base, " + number + ")";
    return site.isLooped() ? "torch.add(" + fixed + ", " + Turns.before(site) + ")" : fixed;
  }
}
