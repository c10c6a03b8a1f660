package io.github.gradcam.djl.internal.graph;

import io.github.gradcam.djl.internal.layout.Layout;
import io.github.gradcam.djl.internal.layout.Site;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows a network from its input on, for batches of images {@code [N, C, H, W]}. */
public final class Tracer {

  private static final int IMAGE_RANK = 4;
  private static final int DEEPEST = 100;
  private static final int MOST_STEPS = 200_000;

  private final Program program;
  private final Facts facts;
  private final Arithmetic arithmetic = new Arithmetic();
  private final Map<Integer, Node> outputs = new HashMap<>();
  private int depth;
  private int steps;

  private Tracer(Program program, Facts facts) {
    this.program = program;
    this.facts = facts;
  }

  /**
   * Follows a network.
   *
   * @param program its source
   * @param forward the layout of its forward method
   * @param facts what the loaded network says
   */
  public static Trace trace(Program program, Layout forward, Facts facts) {
    Tracer tracer = new Tracer(program, facts);
    Value.Cell input = new Value.Cell(tracer.arithmetic.input(), IMAGE_RANK);
    String end = "";
    try {
      Value self = new Value.Module("", program.root());
      // The network's own layers are numbered from 1: the input is 0.
      tracer.run(forward.method(), List.of(self, input), Optional.of(new Numbers(forward, 1)));
    } catch (Unproven unproven) {
      end = unproven.reason();
    }
    return new Trace(tracer.arithmetic.nodes(), Map.copyOf(tracer.outputs), end);
  }

  /**
   * The numbers of a method's layers.
   *
   * @param layout the method's
   * @param base the number at which they start
   */
  record Numbers(Layout layout, int base) {

    Optional<Numbers> inside(Site site) {
      return site.inner().map(inner -> new Numbers(inner, base + site.base()));
    }
  }

  Program program() {
    return program;
  }

  Facts facts() {
    return facts;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  void step() {
    if (++steps > MOST_STEPS) {
      throw new Unproven("its length");
    }
  }

  /** A call is done: if it is a layer's, this is what the layer puts out. */
  void done(int number, Value result) {
    if (result instanceof Value.Cell cell) {
      outputs.putIfAbsent(number, cell.node());
    }
  }

  /** Runs a method with its object first, or a function. */
  Value run(Method method, List<Value> arguments, Optional<Numbers> numbers) {
    if (++depth > DEEPEST || method.body().isEmpty()) {
      throw new Unproven("the method " + method.name());
    }
    Map<String, Value> names = new HashMap<>();
    List<String> params = new ArrayList<>();
    if (!method.self().isEmpty()) {
      params.add(method.selfName());
    }
    method.params().forEach(param -> params.add(param.name()));
    Body body = new Body(this, names, numbers);
    for (int i = 0; i < params.size(); i++) {
      int place = i - (params.size() - method.params().size());
      names.put(
          params.get(i),
          i < arguments.size() ? arguments.get(i) : body.defaultOf(method.params().get(place)));
    }
    Value result = body.run(method.body().get()).orElse(new Value.Nothing());
    depth--;
    return result;
  }
}
