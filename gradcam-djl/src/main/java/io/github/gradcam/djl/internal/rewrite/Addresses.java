package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.layout.Layout;
import io.github.gradcam.djl.internal.layout.Site;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.SourceException;
import io.github.gradcam.model.Layer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives everything that can be handed out its address, by walking the network as it runs. */
final class Addresses {

  private static final int MOST_COUNTS = 50_000_000;

  private final ScoreChain chain;
  private final Map<String, Address> found = new LinkedHashMap<>();
  private final Map<String, String> others = new LinkedHashMap<>();
  private final Map<String, List<Step>> ways = new LinkedHashMap<>();
  private final Deque<Step> way = new ArrayDeque<>();
  private int counts;

  private Addresses(ScoreChain chain) {
    this.chain = chain;
  }

  /** Walks from the network's forward method. */
  static Addresses of(Frame forward, ScoreChain chain) {
    Addresses addresses = new Addresses(chain);
    addresses.put(Layer.INPUT, "input", 0, false);
    addresses.walk(forward.layout().nodes(), forward, "", 1, new HashMap<>());
    addresses.found.replaceAll(
        (text, address) ->
            addresses.found.containsKey(address.inTurn(2).text()) ? address.straight() : address);
    return addresses;
  }

  /** The addresses by their text. */
  Map<String, Address> found() {
    return found;
  }

  /** By address, the types of what modules return that return something else than a tensor. */
  Map<String, String> others() {
    return others;
  }

  /** By address, the calls that lead to it, its own last; only where a single way leads there. */
  Map<String, List<Step>> ways() {
    return ways;
  }

  private void walk(
      List<Layout.Node> nodes, Frame frame, String prefix, int base, Map<String, Integer> calls) {
    for (Layout.Node node : nodes) {
      if (node instanceof Layout.Fork fork) {
        counts += calls.size();
        if (counts > MOST_COUNTS) {
          throw new SourceException("branches beyond number");
        }
        Map<String, Integer> before = Map.copyOf(calls);
        for (List<Layout.Node> arm : fork.arms()) {
          Map<String, Integer> counted = new HashMap<>(before);
          walk(arm, frame, prefix, base, counted);
          counted.forEach((path, count) -> calls.merge(path, count, Math::max));
        }
      } else {
        visit((Site) node, frame, prefix, base, calls);
      }
    }
  }

  private void visit(Site site, Frame frame, String prefix, int base, Map<String, Integer> calls) {
    Map<Expr, ScoreChain.Step> steps = frame.steps(chain);
    ScoreChain.Step step = steps.get(site.call());
    way.addLast(new Step(frame, site));
    if (site.isSelf()) {
      inside(site, step, prefix, base, calls);
    } else {
      String path = prefix + site.path();
      int call = calls.merge(path, 1, Integer::sum);
      String address = call == 1 ? path : path + "#" + call;
      if (site.input() != Site.NONE) {
        put(address + Address.INPUT, site.kind(), base + site.input(), false);
      }
      inside(site, step, path + ".", base, calls);
      if (site.output() != Site.NONE) {
        put(address, site.kind(), base + site.output(), step != null);
      } else {
        others.put(address, site.returns());
      }
    }
    way.removeLast();
  }

  private void inside(
      Site site,
      ScoreChain.@Nullable Step step,
      String prefix,
      int base,
      Map<String, Integer> calls) {
    site.inner()
        .filter(inner -> inner.size() > 0)
        .ifPresent(
            inner ->
                walk(
                    inner.nodes(),
                    new Frame(inner, step == ScoreChain.Step.DESCEND),
                    prefix,
                    base + site.base(),
                    calls));
  }

  private void put(String text, String kind, int number, boolean hidden) {
    boolean turning =
        !text.contains("#") && way.stream().filter(step -> step.site().isLooped()).count() == 1;
    Address address = new Address(text, kind, List.of(number), hidden, turning);
    Address known = found.get(text);
    if (known == null) {
      found.put(text, address);
      ways.put(text, List.copyOf(way));
    } else {
      found.put(text, known.and(address));
      ways.remove(text);
    }
  }
}
