package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.engine.Border;
import io.github.gradcam.djl.internal.engine.EngineErrors;
import io.github.gradcam.djl.internal.engine.EngineMode;
import io.github.gradcam.djl.internal.engine.Inputs;
import io.github.gradcam.djl.internal.engine.Network;
import io.github.gradcam.djl.internal.engine.Pass;
import io.github.gradcam.djl.internal.engine.PassInput;
import io.github.gradcam.djl.internal.engine.Passing;
import io.github.gradcam.djl.internal.engine.TorchCapture;
import io.github.gradcam.djl.internal.engine.WaysBack;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Computation;
import io.github.gradcam.model.Layer;
import io.github.gradcam.spi.Lifetime;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs passes through a network of blocks.
 *
 * @param plan the network
 * @param helper takes layers out, and knows the way back
 * @param inputs what the network wants
 * @param outputs which output is meant
 * @param lifetime how long its arrays may be used
 */
record BlockPasses(Plan plan, Helper helper, Inputs inputs, Outputs outputs, Lifetime lifetime)
    implements Passing {

  @Override
  public Network network() {
    return helper.network();
  }

  /** The output alone, without a graph. */
  Tensor output(Tensor batch) {
    inputs.check(batch);
    try (NDManager manager = network().newManager();
        EngineMode mode = EngineMode.plain()) {
      Capturing nothing = new Capturing(manager, helper, List.of(), Optional.empty());
      NDArray input = Border.toEngine(batch, manager);
      return Border.fromEngine(run(manager, nothing, Set.of(), batch, input));
    }
  }

  /** The layers that a pass over an image of zeros comes by. */
  List<Layer> layers(Shape input) {
    Tensor zeros = Tensor.zeros(input.batch(1));
    inputs.check(zeros);
    // With gradients on, so that it shows if a block does not compute with the copies.
    try (NDManager manager = network().newManager();
        EngineMode mode = EngineMode.recording()) {
      Listing listing = new Listing(manager, helper, plan.places());
      run(manager, listing, Set.of(), zeros, Border.toEngine(zeros, manager));
      return listing.found();
    }
  }

  @Override
  public Capture capture(List<Address> layers, Tensor batch) {
    return captured(
        new PassInput(batch, 1),
        manager -> {
          inputs.check(batch);
          Capturing taps = new Capturing(manager, helper, layers, Optional.empty());
          NDArray input = Border.toEngine(batch, manager);
          return taps.pass(run(manager, taps, Set.of(), batch, input));
        });
  }

  @Override
  public Capture resume(Pass pass, Address layer, PassInput input, Tensor activations) {
    if (layer.text().equals(Layer.INPUT)) {
      return capture(List.of(layer), activations);
    }
    PassInput repeated = input.forItems(activations.shape().length(0));
    Optional<Set<Node>> way = Ways.to(plan.root(), layer.text());
    return captured(
        repeated,
        manager -> {
          NDArray given = Border.toEngine(activations, manager);
          Capturing taps = new Capturing(manager, helper, List.of(layer), Optional.of(given));
          NDArray first = way.isPresent() ? given : repeated.toEngine(manager);
          return taps.pass(run(manager, taps, way.orElse(Set.of()), activations, first));
        });
  }

  /** Makes a pass in a manager of its own, which the capture closes. */
  private Capture captured(PassInput input, Function<NDManager, Pass> pass) {
    lifetime.use();
    try {
      NDManager manager = network().newManager();
      try (EngineMode mode = EngineMode.recording()) {
        return new TorchCapture(
            this,
            manager,
            input,
            pass.apply(manager),
            Computation.asWritten(),
            WaysBack.ONE_BY_ONE);
      } catch (RuntimeException | Error failed) {
        manager.close();
        throw failed;
      }
    } catch (RuntimeException | Error failed) {
      lifetime.done();
      throw failed;
    }
  }

  private NDArray run(NDManager manager, Taps taps, Set<Node> way, Tensor given, NDArray input) {
    try {
      NDList returned = new Trace(plan, manager, taps, way).run(input);
      return outputs.pick(returned);
    } catch (GradCamException said) {
      throw said;
    } catch (RuntimeException failed) {
      // Blocks are code of others, and DJL's own report shapes by several types.
      throw EngineErrors.ofForward(failed, given.shape().toString(), inputs.wanted());
    }
  }
}
