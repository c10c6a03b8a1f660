package io.github.gradcam.djl.internal.engine;

import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.model.Capture;
import io.github.gradcam.spi.Lifetime;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/** Makes passes through a network, whatever it is made of. */
public interface Passing {

  /** The network whose methods know the way back. */
  Network network();

  /** How long the passes' arrays may be used. */
  Lifetime lifetime();

  /**
   * A pass with a graph from the first of the layers on.
   *
   * @param layers the layers
   * @param batch what the network is given
   */
  Capture capture(List<Address> layers, Tensor batch);

  /**
   * A pass from a layer on.
   *
   * @param pass the pass that is gone on with
   * @param layer the layer
   * @param input what that pass was given
   * @param activations what the layer shall have put out
   */
  Capture resume(Pass pass, Address layer, PassInput input, Tensor activations);
}
