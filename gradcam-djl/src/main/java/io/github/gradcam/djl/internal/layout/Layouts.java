package io.github.gradcam.djl.internal.layout;

import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Program;
import io.github.gradcam.djl.internal.syntax.SourceException;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the {@link Layout} of methods, once each. */
public final class Layouts {

  private static final int MOST = 40_000;
  private static final int DEEPEST = 200;

  private final Program program;
  private final boolean operators;
  private final Map<String, Optional<Layout>> known = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  /**
   * Layouts of modules, or of operators.
   *
   * @param program the source
   * @param operators whether operators are layers, as in a frozen file, which has no modules left
   */
  private Layouts(Program program, boolean operators) {
    this.program = program;
    this.operators = operators;
  }

  /** The layout of the network's forward method; empty if it cannot be read. */
  public static Optional<Layout> ofNetwork(Program program) {
    Method forward = program.root().methods().get("forward");
    if (forward == null) {
      return Optional.empty();
    }
    Optional<Layout> modules = new Layouts(program, false).of(program.root(), forward);
    return modules.isPresent() && modules.get().size() == 0
        ? new Layouts(program, true).of(program.root(), forward)
        : modules;
  }

  /** A count of calls, or an error if it is more than a network has. */
  static int bounded(int calls) {
    if (calls > MOST) {
      throw new SourceException("more than " + MOST + " calls");
    }
    return calls;
  }

  Optional<Layout> of(TorchClass owner, Method method) {
    String key = owner.name() + "#" + method.name();
    Optional<Layout> layout = known.get(key);
    if (layout == null) {
      if (method.body().isEmpty() || underWay.size() > DEEPEST || !underWay.add(key)) {
        return Optional.empty();
      }
      Layout made = new LayoutBuilder(this, program, owner, method, operators).build();
      bounded(made.size());
      layout = Optional.of(made);
      known.put(key, layout);
      underWay.remove(key);
    }
    return layout;
  }
}
