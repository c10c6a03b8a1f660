package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.CLOSED_FORM;
import static io.github.gradcam.tck.FixtureNetwork.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Layers are named, ordered and shaped as the network executes them. */
interface LayerPromises extends Promises {

  @Test
  @DisplayName("has every layer of the network, in the order of execution")
  default void orderOfExecution() {
    for (FixtureNetwork network : FixtureNetwork.values()) {
      try (Model model = open(network)) {
        List<String> listed = model.layers().stream().map(Layer::path).toList();
        assertThat(listed).as(network.id()).doesNotHaveDuplicates();
        assertThat(listed).as(network.id()).containsSubsequence(paths(network));
      }
    }
  }

  @Test
  @DisplayName("tells the shape of each output for one image, without spatial axes too")
  default void shapes() {
    Map<String, Shape> expected =
        Map.of(
            "conv1", Shape.of(8, 32, 32),
            "relu2", Shape.of(16, 32, 32),
            "pool1", Shape.of(16, 16, 16),
            "relu3", Shape.of(32, 16, 16),
            "conv4", Shape.of(32, 8, 8),
            "pool3", Shape.of(32, 4, 4),
            "fc", Shape.of(10));
    try (Model model = open(REFERENCE)) {
      Map<String, Shape> listed = shapesByPath(model.layers());
      expected.forEach(
          (name, shape) -> assertThat(listed.get(path(REFERENCE, name))).as(name).isEqualTo(shape));
    }
  }

  @Test
  @DisplayName("tells the shapes for inputs of another size")
  default void shapesForAnotherSize() {
    try (Model model = open(CLOSED_FORM)) {
      Map<String, Shape> listed = shapesByPath(model.layers(Shape.of(2, 10, 6)));
      assertThat(listed.get(path(CLOSED_FORM, "conv"))).isEqualTo(Shape.of(2, 5, 3));
      assertThat(listed.get(path(CLOSED_FORM, "fc"))).isEqualTo(Shape.of(3));
      // It was a question, not a setting.
      assertThat(shapesByPath(model.layers()).get(path(CLOSED_FORM, "conv")))
          .isEqualTo(Shape.of(2, 2, 4));
    }
  }

  @Test
  @DisplayName("gives each layer a kind")
  default void kinds() {
    try (Model model = open(REFERENCE)) {
      assertThat(model.layers()).allSatisfy(layer -> assertThat(layer.kind()).isNotBlank());
    }
  }

  @Test
  @DisplayName("leaves out the network's input, which can be hooked all the same")
  default void withoutInput() {
    try (Model model = open(REFERENCE)) {
      assertThat(model.layers()).extracting(Layer::path).doesNotContain(Layer.INPUT);
      assertThat(model.hook(Layer.INPUT).layers()).containsExactly(Layer.INPUT);
    }
  }

  @Test
  @DisplayName("can be hooked entry by entry, and the activations have the shapes it tells")
  default void everyEntryCanBeHooked() {
    for (FixtureNetwork network : FixtureNetwork.values()) {
      Tensor image = Tensors.random(3, network.input().batch(1));
      try (Model model = open(network)) {
        for (Layer layer : model.layers()) {
          try (Capture capture = model.hook(layer.path()).forward(image)) {
            assertThat(capture.activations(layer.path()).shape())
                .as(layer.path())
                .isEqualTo(layer.outputShape().batch(1));
          }
        }
      }
    }
  }

  @Test
  @DisplayName("is an error for a size that the network cannot take")
  default void impossibleSize() {
    try (Model model = open(REFERENCE)) {
      for (Shape impossible :
          List.of(Shape.of(5, 32, 32), Shape.of(3, 40, 32), Shape.of(3), Shape.of(3, 0, 32))) {
        assertThatExceptionOfType(InvalidInputException.class)
            .as("layers of inputs %s", impossible)
            .isThrownBy(() -> model.layers(impossible));
      }
    }
  }

  @Test
  @DisplayName("is what an unknown name is answered with: the nearest are offered")
  default void unknownName() {
    String relu4 = path(REFERENCE, "relu4");
    String misspelt = relu4 + "x";
    try (Model model = open(REFERENCE)) {
      assertThatExceptionOfType(UnknownLayerException.class)
          .isThrownBy(() -> model.hook(path(REFERENCE, "conv4"), misspelt))
          .withMessageContaining(misspelt)
          .withMessageContaining(relu4)
          .satisfies(error -> assertThat(error.layer()).isEqualTo(misspelt))
          .satisfies(error -> assertThat(error.nearest()).contains(relu4));
    }
  }

  @Test
  @DisplayName("has no layer of an empty name, of a call too many, or before an unknown layer")
  default void impossibleNames() {
    String relu4 = path(REFERENCE, "relu4");
    try (Model model = open(REFERENCE)) {
      for (String impossible : List.of("", relu4 + "#7", "no.such.layer@input")) {
        assertThatExceptionOfType(UnknownLayerException.class)
            .as("hook of \"%s\"", impossible)
            .isThrownBy(() -> model.hook(impossible));
      }
    }
  }

  @Test
  @DisplayName("must be chosen from: no layer, or one twice, is an error")
  default void noneOrTwice() {
    String relu4 = path(REFERENCE, "relu4");
    try (Model model = open(REFERENCE)) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> model.hook(List.of()));
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> model.hook(relu4, path(REFERENCE, "conv4"), relu4))
          .withMessageContaining(relu4);
    }
  }

  private static Map<String, Shape> shapesByPath(List<Layer> layers) {
    return layers.stream().collect(Collectors.toMap(Layer::path, Layer::outputShape));
  }
}
