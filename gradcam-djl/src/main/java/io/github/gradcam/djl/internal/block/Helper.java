package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.engine.Network;
import java.util.List;
import java.util.function.Function;

/**
 * Takes arrays out of a pass. The engine's Java side can neither copy an array within its graph nor
 * cut one off and go on from there, but TorchScript can.
 *
 * @param network the module that does it
 */
record Helper(Network network) {

  /**
   * What a layer has put out.
   *
   * @param act its activations, to which gradients lead; a leaf if none led to them before
   * @param next a copy of them that flows on, and that a later layer may overwrite
   */
  record Taken(NDArray act, NDArray next) {}

  Taken take(NDManager manager, NDArray raw) {
    return run(manager, "gradcam_taken", raw);
  }

  Taken give(NDManager manager, NDArray given) {
    return run(manager, "gradcam_given", given);
  }

  /**
   * Whether something that takes gradients led to an array, which the engine's own Java side tells
   * of leaves alone.
   */
  boolean isTraced(NDManager manager, NDArray array) {
    return unnamed(array, plain -> network.run(manager, "gradcam_traced", List.of(plain)))
        .get(0)
        .getBoolean();
  }

  private Taken run(NDManager manager, String method, NDArray array) {
    List<NDArray> found = unnamed(array, plain -> network.run(manager, method, List.of(plain)));
    return new Taken(found.get(0), found.get(1));
  }

  /** Calls with an array that has no name: of some names the engine makes lists or dictionaries. */
  private static <T> T unnamed(NDArray array, Function<NDArray, T> call) {
    String name = array.getName();
    array.setName(null);
    try {
      return call.apply(array);
    } finally {
      array.setName(name);
    }
  }
}
