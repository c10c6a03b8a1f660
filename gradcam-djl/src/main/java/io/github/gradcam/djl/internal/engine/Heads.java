package io.github.gradcam.djl.internal.engine;

import ai.djl.engine.EngineException;
import io.github.gradcam.djl.internal.graph.Node;
import io.github.gradcam.djl.internal.graph.Trace;
import io.github.gradcam.djl.internal.head.HeadProgram;
import io.github.gradcam.djl.internal.head.Order;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.djl.internal.rewrite.Blueprint;
import io.github.gradcam.djl.internal.rewrite.Catalog;
import io.github.gradcam.model.Computation;
import io.github.gradcam.model.Execution;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The programs that compute layers' activations faster than the network itself, made when a layer
 * is first asked for and kept as long as the network.
 */
final class Heads {

  private final Network network;
  private final Catalog catalog;
  private final Blueprint blueprint;
  private final Execution execution;
  private final Map<String, Choice> choices = new ConcurrentHashMap<>();
  private @Nullable Kernels kernels;

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
   * @param otherwise why the network itself does where the program may not
   * @param waysBack how several ways from the output to the layer are gone
   */
  record Choice(Optional<Head> head, String details, String otherwise, WaysBack waysBack) {

    static Choice none(String reason) {
      return new Choice(Optional.empty(), reason, reason, WaysBack.ONE_BY_ONE);
    }

    Choice with(WaysBack other) {
      return new Choice(head, details, otherwise, other);
    }

    Choice withoutHead() {
      return none(otherwise).with(waysBack);
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
    try (EngineMode mode = EngineMode.pausing()) {
      if (kernels == null) {
        kernels = new Kernels(network, Ground.of(network, blueprint));
      }
      Trace trace = kernels.ground().trace();
      Node target = trace.outputs().get(layer.numbers().get(0));
      if (target == null) {
        return Choice.none("its structure is not proven, because of " + trace.end());
      }
      return choice(trace, target, kernels).with(WaysBack.to(target, kernels.ground()));
    } catch (EngineException failed) {
      return Choice.none(
          "PyTorch cannot run the simpler program here: " + EngineErrors.lastLine(failed));
    }
  }

  private Choice choice(Trace trace, Node target, Kernels kernels) {
    Optional<String> kink =
        trace.kinkBehind(target).filter(found -> execution == Execution.AUTOMATIC);
    String otherwise =
        kink.map(found -> "rounding could matter behind this layer, because of " + found)
            .orElse("no convolution lies before this layer");
    return HeadProgram.write(trace, target, kink.isPresent() ? Order.BLOCKED : Order.CHANNELS_LAST)
        .map(program -> load(program, otherwise, kernels))
        .orElseGet(() -> Choice.none(otherwise));
  }

  private Choice load(HeadProgram program, String otherwise, Kernels kernels) {
    if (!program.recipes().stream()
        .flatMap(recipe -> recipe.ingredients().stream())
        .allMatch(kernels.ground()::hasFloats)) {
      return Choice.none("the weights are not float32");
    }
    return new Choice(
        Optional.of(new Head(program, network::script, kernels)),
        program.summary(),
        otherwise,
        WaysBack.ONE_BY_ONE);
  }
}
