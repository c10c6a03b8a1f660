package io.github.gradcam.djl.internal.engine;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.graph.Node;
import io.github.gradcam.djl.internal.graph.Trace;
import io.github.gradcam.djl.internal.head.HeadProgram;
import io.github.gradcam.djl.internal.head.Recipe;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.djl.internal.rewrite.Blueprint;
import io.github.gradcam.djl.internal.rewrite.Catalog;
import io.github.gradcam.model.Computation;
import io.github.gradcam.model.Execution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The programs that compute layers' activations faster than the network itself, made when a layer
 * is first asked for and kept as long as the network.
 */
final class Heads {

  private static final String GIVEN = "given[]";
  private static final String RAW = "raw[]";

  private final Network network;
  private final Catalog catalog;
  private final Blueprint blueprint;
  private final Execution execution;
  private final Map<String, Choice> choices = new ConcurrentHashMap<>();
  private final Map<Recipe, List<NDArray>> prepared = new HashMap<>();
  private @Nullable Ground ground;

  Heads(Network network, Catalog catalog, Blueprint blueprint, Execution execution) {
    this.network = network;
    this.catalog = catalog;
    this.blueprint = blueprint;
    this.execution = execution;
  }

  /**
   * What computes a layer's activations.
   *
   * @param head the program, or empty if the network itself does
   * @param details what is simpler in it, or why there is none
   */
  record Choice(Optional<Head> head, String details) {

    static Choice none(String reason) {
      return new Choice(Optional.empty(), reason);
    }

    Computation computation() {
      return new Computation(
          head.isPresent() ? Execution.SIMPLIFIED : Execution.AS_WRITTEN, details);
    }
  }

  /** The program for a layer, made at the first call. */
  Choice of(Address layer) {
    return choices.computeIfAbsent(layer.text(), text -> make(layer));
  }

  private synchronized Choice make(Address layer) {
    if (!catalog.tails().containsKey(layer.text())) {
      return Choice.none("the score needs more than this layer's output");
    }
    try (NDManager manager = network.newManager();
        EngineMode mode = EngineMode.plain()) {
      if (ground == null) {
        ground = Ground.of(network, blueprint);
      }
      Trace trace = ground.trace();
      Node target = trace.outputs().get(layer.numbers().get(0));
      if (target == null) {
        return Choice.none("its structure is not proven, because of " + trace.end());
      }
      Optional<String> kink = trace.kinkBehind(target);
      if (execution == Execution.AUTOMATIC && kink.isPresent()) {
        return Choice.none("rounding could matter behind this layer, because of " + kink.get());
      }
      Optional<HeadProgram> program = HeadProgram.write(trace, target);
      return program.isEmpty()
          ? Choice.none("no convolution lies before this layer")
          : load(program.get(), ground, manager);
    } catch (EngineException failed) {
      return Choice.none(
          "PyTorch cannot run the simpler program here: " + EngineErrors.lastLine(failed));
    }
  }

  private Choice load(HeadProgram program, Ground ground, NDManager manager) {
    if (!program.recipes().stream()
        .flatMap(recipe -> recipe.ingredients().stream())
        .allMatch(ground::hasFloats)) {
      return Choice.none("the weights are not float32");
    }
    Script script = network.script(program.archive());
    List<NDArray> given = new ArrayList<>();
    for (int i = 0; i < program.recipes().size(); i++) {
      Recipe recipe = program.recipes().get(i);
      List<NDArray> made = prepared.get(recipe);
      if (made == null) {
        made = prepare(recipe, script, i, ground, manager);
        prepared.put(recipe, made);
      }
      given.addAll(made);
    }
    return new Choice(Optional.of(new Head(script, List.copyOf(given))), program.summary());
  }

  private List<NDArray> prepare(
      Recipe recipe, Script script, int index, Ground ground, NDManager manager) {
    List<NDArray> raw =
        recipe.ingredients().stream()
            .map(path -> named(shared(ground, path, manager), RAW))
            .toList();
    List<NDArray> made =
        recipe instanceof Recipe.Plain ? raw : script.run(manager, "prepare_" + index, raw);
    made.forEach(array -> named(array, GIVEN).attach(network.manager()));
    return List.copyOf(made);
  }

  /** A second handle of the same memory, which may have a name of its own. */
  private static NDArray shared(Ground ground, String path, NDManager manager) {
    NDArray shared = requireNonNull(ground.tensors().get(path)).stopGradient();
    shared.attach(manager);
    return shared;
  }

  private static NDArray named(NDArray array, String name) {
    array.setName(name);
    return array;
  }
}
