package io.github.gradcam.dl4j.internal.source;

import java.util.List;

/** How a kind of layer is computed with those of Deeplearning4j. */
@FunctionalInterface
interface KerasTranslation {

  /**
   * Translates a layer.
   *
   * @param layer the layer
   * @param inputs the shapes of what it takes
   * @return what it becomes, each taking from the one before
   * @throws SourceException if Deeplearning4j has nothing that computes the same
   */
  List<KerasStep> steps(KerasLayer layer, List<KerasShape> inputs);

  /** A translation of a layer that takes one input. */
  static KerasTranslation one(Single single) {
    return (layer, inputs) -> {
      if (inputs.size() != 1) {
        throw layer.refused("which should take one input and takes " + inputs.size());
      }
      return List.of(single.step(layer, inputs.get(0)));
    };
  }

  /** One layer from one input becomes one layer. */
  @FunctionalInterface
  interface Single {

    /** Translates. */
    KerasStep step(KerasLayer layer, KerasShape input);
  }
}
