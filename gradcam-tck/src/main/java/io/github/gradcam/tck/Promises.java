package io.github.gradcam.tck;

import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import java.util.List;

/** What every theme of the kit needs: the backend under test, and its networks opened. */
interface Promises {

  /** The backend under test. */
  ConformanceFixture fixture();

  /** Opens a network afresh, so that no promise can lean on another's model. */
  default Model open(FixtureNetwork network) {
    return fixture()
        .open(
            network,
            ModelOptions.builder().device(fixture().device()).inputShape(network.input()).build());
  }

  /** The backend's path of a layer. */
  default String path(FixtureNetwork network, String name) {
    return fixture().layer(network, name);
  }

  /** The backend's paths of all layers that the network has in common with its description. */
  default List<String> paths(FixtureNetwork network) {
    return network.layers().stream().map(name -> path(network, name)).toList();
  }
}
