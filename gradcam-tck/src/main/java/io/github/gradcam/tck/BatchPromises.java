package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.REFERENCE;
import static io.github.gradcam.tck.FixtureNetwork.RESIDUAL;
import static io.github.gradcam.tck.TensorAssertions.assertClose;
import static io.github.gradcam.tck.Tolerance.OTHER_WAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One pass over several images and layers gives what one pass for each gives. */
interface BatchPromises extends Promises {

  @Test
  @DisplayName("a batch has the outputs and activations of its single images")
  default void batchEqualsSingles() {
    for (FixtureNetwork network : List.of(REFERENCE, RESIDUAL)) {
      Tensor images = network.known().get("inputs");
      String layer = path(network, network == REFERENCE ? "relu4" : "block.relu#2");
      try (Model model = open(network);
          Capture batch = model.hook(layer).forward(images)) {
        List<Tensor> outputs = new ArrayList<>();
        List<Tensor> activations = new ArrayList<>();
        for (int i = 0; i < images.shape().length(0); i++) {
          try (Capture single = model.hook(layer).forward(Tensors.only(images, i))) {
            outputs.add(single.output().item(0));
            activations.add(single.activations(layer).item(0));
          }
        }
        assertClose("output of singles", Tensor.stack(outputs), batch.output(), OTHER_WAY);
        assertClose(
            "activations of singles",
            Tensor.stack(activations),
            batch.activations(layer),
            OTHER_WAY);
      }
    }
  }

  @Test
  @DisplayName("a batch with another class in each row has the gradients of its single images")
  default void targetPerImage() {
    Tensor images = REFERENCE.known().get("inputs");
    String layer = path(REFERENCE, "conv4");
    int[] targets = {3, 9, 0, 3};
    try (Model model = open(REFERENCE);
        Capture batch = model.hook(layer).forward(images)) {
      List<Tensor> singles = new ArrayList<>();
      for (int i = 0; i < targets.length; i++) {
        try (Capture single = model.hook(layer).forward(Tensors.only(images, i))) {
          singles.add(Gradients.of(single, Tensors.oneHot(10, targets[i])).at(layer).item(0));
        }
      }
      Tensor together = Gradients.of(batch, Tensors.oneHot(10, targets)).at(layer);
      assertClose("gradients of singles", Tensor.stack(singles), together, OTHER_WAY);
    }
  }

  @Test
  @DisplayName("a cotangent for one image leaves the gradients of the others at zero")
  default void imagesApart() {
    String layer = path(REFERENCE, "relu4");
    Tensor cotangent = Tensors.with(Tensors.oneHot(10, 0, 0, 4, 0), 0, 0);
    cotangent = Tensors.with(Tensors.with(cotangent, 10, 0), 30, 0);
    try (Model model = open(REFERENCE);
        Capture capture = model.hook(layer).forward(REFERENCE.known().get("inputs"))) {
      Tensor gradient = Gradients.of(capture, cotangent).at(layer);
      for (int image : List.of(0, 1, 3)) {
        assertThat(Tensors.dot(gradient.item(image), gradient.item(image))).isZero();
      }
      assertThat(Tensors.dot(gradient.item(2), gradient.item(2))).isPositive();
    }
  }

  @Test
  @DisplayName("several classes of one image come from one forward pass")
  default void severalClasses() {
    Tensor image = Tensors.only(REFERENCE.known().get("inputs"), 1);
    String layer = path(REFERENCE, "relu4");
    try (Model model = open(REFERENCE);
        Capture shared = model.hook(layer).forward(image)) {
      for (int target = 0; target < 5; target++) {
        Tensor cotangent = Tensors.oneHot(10, target);
        try (Capture own = model.hook(layer).forward(image)) {
          assertClose(
              "gradient of class " + target,
              Gradients.of(shared, cotangent).at(layer),
              Gradients.of(own, cotangent).at(layer),
              OTHER_WAY);
        }
      }
    }
  }

  @Test
  @DisplayName("several cotangents at once give what each gives alone")
  default void severalCotangents() {
    for (FixtureNetwork network : List.of(REFERENCE, RESIDUAL)) {
      Known known = network.known();
      List<String> layers = new ArrayList<>(paths(network));
      layers.add(Layer.INPUT);
      Tensor cotangent = known.get("cotangent");
      List<Tensor> cotangents =
          List.of(
              cotangent,
              Tensor.zeros(cotangent.shape()),
              Tensors.combine(-2, cotangent, 0, cotangent),
              Tensors.random(5, cotangent.shape()));
      try (Model model = open(network)) {
        for (List<String> hooked : List.of(layers, List.of(layers.get(layers.size() / 2)))) {
          try (Capture capture = model.hook(hooked).forward(known.get("inputs"))) {
            List<Map<String, Tensor>> together = capture.gradients(cotangents);
            assertThat(together).hasSameSizeAs(cotangents);
            for (int i = 0; i < cotangents.size(); i++) {
              assertThat(together.get(i).keySet()).containsExactlyElementsOf(hooked);
              for (String layer : hooked) {
                assertClose(
                    "gradient of cotangent " + i + " at " + layer,
                    new Gradients(together.get(i)).at(layer),
                    Gradients.of(capture, cotangents.get(i)).at(layer),
                    OTHER_WAY);
              }
            }
            assertThat(capture.gradients(List.<Tensor>of())).isEmpty();
          }
        }
      }
    }
  }

  @Test
  @DisplayName("several layers in one hook have the values that each has alone")
  default void severalLayers() {
    for (FixtureNetwork network : List.of(REFERENCE, RESIDUAL)) {
      Known known = network.known();
      List<String> layers = new ArrayList<>(paths(network));
      layers.add(Layer.INPUT);
      try (Model model = open(network);
          Capture together = model.hook(layers).forward(known.get("inputs"))) {
        Gradients gradients = Gradients.of(together, known.get("cotangent"));
        for (String layer : layers) {
          try (Capture alone = model.hook(layer).forward(known.get("inputs"))) {
            assertClose(layer, together.activations(layer), alone.activations(layer), OTHER_WAY);
            assertClose(
                "gradient at " + layer,
                gradients.at(layer),
                Gradients.of(alone, known.get("cotangent")).at(layer),
                OTHER_WAY);
          }
        }
      }
    }
  }

  @Test
  @DisplayName("a hook keeps its layers in the order asked for, and so do the gradients")
  default void order() {
    Known known = RESIDUAL.known();
    List<String> layers = new ArrayList<>(paths(RESIDUAL));
    Collections.reverse(layers);
    layers.add(2, Layer.INPUT);
    try (Model model = open(RESIDUAL)) {
      LayerHook hook = model.hook(layers);
      assertThat(hook.layers()).containsExactlyElementsOf(layers);
      try (Capture capture = hook.forward(known.get("inputs"))) {
        assertThat(capture.gradients(known.get("cotangent")).keySet())
            .containsExactlyElementsOf(layers);
      }
    }
  }
}
