package io.github.gradcam.dl4j.internal.source;

import java.util.List;

/**
 * A layer as Keras describes it.
 *
 * @param type its class in Keras, such as {@code Conv2D}
 * @param outer the names of the networks that it lies in, the outermost first
 * @param ownName its name in the innermost of these
 * @param settings how it was made
 * @param inputs the names of the layers whose outputs it takes
 */
record KerasLayer(
    String type, List<String> outer, String ownName, Settings settings, List<String> inputs) {

  KerasLayer {
    outer = List.copyOf(outer);
    inputs = List.copyOf(inputs);
  }

  /** Its name in the whole network, such as {@code backbone/conv1}. */
  String name() {
    return name(outer, ownName);
  }

  /** A name in the whole network. */
  static String name(List<String> outer, String own) {
    return outer.isEmpty() ? own : String.join("/", outer) + "/" + own;
  }

  /** Whether it lies in a network that is a layer itself. */
  boolean isNested() {
    return !outer.isEmpty();
  }

  /** Under which name the file keeps its weights. */
  String group() {
    return isNested() ? outer.get(0) : ownName;
  }

  /** An error of what is right in Keras, and cannot be computed the same here. */
  SourceException unlike(String why) {
    return refused(
        why
            + ". Export the network as a SavedModel with model.export(folder), which gradcam-tf opens");
  }

  /** An error that names it. */
  SourceException refused(String why) {
    return new SourceException(
        "has the layer " + Shown.quoted(name()) + " (" + Shown.text(type) + "), " + why);
  }
}
