package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.REFERENCE;
import static io.github.gradcam.tck.FixtureNetwork.RESIDUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.GradCamException;
import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody disturbs anybody: not threads, not passes, not errors, and not we the user's network. */
interface IsolationPromises extends Promises {

  /** How many threads share a model. */
  int THREADS = 8;

  /** How often each thread goes over all images. */
  int ROUNDS = 4;

  @Test
  @DisplayName("gives eight threads, bit by bit, what it gives one")
  default void threads() throws Exception {
    Known known = REFERENCE.known();
    List<String> layers = List.of(path(REFERENCE, "relu2"), path(REFERENCE, "conv4"));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Model model = open(REFERENCE)) {
      LayerHook hook = model.hook(layers);
      List<Tensor> expected = new ArrayList<>();
      for (int image = 0; image < 4; image++) {
        expected.addAll(look(hook, known, image));
      }
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Callable<List<Tensor>>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        tasks.add(
            () -> {
              start.await();
              List<Tensor> seen = new ArrayList<>();
              for (int turn = 0; turn < ROUNDS * 4; turn++) {
                seen.addAll(look(hook, known, (first + turn) % 4));
              }
              return seen;
            });
      }
      List<Future<List<Tensor>>> results = threads.invokeAll(tasks);
      int each = expected.size() / 4;
      for (int thread = 0; thread < THREADS; thread++) {
        List<Tensor> rotated = new ArrayList<>(expected);
        Collections.rotate(rotated, -thread % 4 * each);
        List<Tensor> wanted = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          wanted.addAll(rotated);
        }
        assertThat(results.get(thread).get().equals(wanted))
            .as("thread %d has the bits of one thread alone", thread)
            .isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @DisplayName("keeps captures apart that are open at the same time")
  default void interleaved() {
    Known known = REFERENCE.known();
    String relu4 = path(REFERENCE, "relu4");
    Tensor cotangent = Tensors.oneHot(10, 6);
    try (Model model = open(REFERENCE)) {
      LayerHook hook = model.hook(relu4);
      List<Tensor> alone = new ArrayList<>();
      for (int image = 0; image < 4; image++) {
        try (Capture capture = hook.forward(Tensors.only(known.get("inputs"), image))) {
          alone.add(capture.output());
          alone.add(capture.activations(relu4));
          alone.add(Gradients.of(capture, cotangent).at(relu4));
        }
      }
      List<Capture> open = new ArrayList<>();
      try {
        for (int image = 0; image < 4; image++) {
          open.add(hook.forward(Tensors.only(known.get("inputs"), image)));
        }
        // The last first, so that each capture is asked after passes that came later.
        for (int image = 3; image >= 0; image--) {
          Capture capture = open.get(image);
          assertThat(Gradients.of(capture, cotangent).at(relu4))
              .isEqualTo(alone.get(3 * image + 2));
          assertThat(capture.activations(relu4)).isEqualTo(alone.get(3 * image + 1));
          assertThat(capture.output()).isEqualTo(alone.get(3 * image));
        }
      } finally {
        open.forEach(Capture::close);
      }
    }
  }

  @Test
  @DisplayName("keeps a capture apart from plain passes and from hooks on other layers")
  default void otherPasses() {
    Known known = RESIDUAL.known();
    String bn1 = path(RESIDUAL, "block.bn1");
    try (Model model = open(RESIDUAL);
        Capture capture = model.hook(bn1).forward(known.get("inputs"))) {
      Tensor activations = capture.activations(bn1);
      Tensor gradient = Gradients.of(capture, known.get("cotangent")).at(bn1);
      Tensor others = Tensors.random(9, Shape.of(2, 3, 6, 8));
      model.forward(others);
      try (Capture other = model.hook(path(RESIDUAL, "relu"), Layer.INPUT).forward(others)) {
        other.gradients(Tensors.random(10, Shape.of(2, 5)));
      }
      assertThat(capture.activations(bn1)).isEqualTo(activations);
      assertThat(Gradients.of(capture, known.get("cotangent")).at(bn1)).isEqualTo(gradient);
    }
  }

  @Test
  @DisplayName("is left as it was: parameters, statistics, gradients, mode, and outputs")
  default void nothingChanged() {
    for (FixtureNetwork network : List.of(REFERENCE, RESIDUAL)) {
      Known known = network.known();
      List<String> layers = new ArrayList<>(paths(network));
      layers.add(Layer.INPUT);
      try (Model model = open(network)) {
        byte[] before = fixture().snapshot(model);
        assertThat(before).as("the fixture's snapshot of %s", network).isNotEmpty();
        Tensor output = model.forward(known.get("inputs"));
        model.layers();
        try (Capture capture = model.hook(layers).forward(known.get("inputs"))) {
          capture.gradients(known.get("cotangent"));
          capture.gradients(known.get("cotangent"));
          if (model.capabilities().contains(Capability.RESUME)) {
            String layer = layers.get(1);
            try (Capture resumed = capture.resume(layer, capture.activations(layer))) {
              resumed.gradients(known.get("cotangent"));
            }
          }
        }
        assertThat(fixture().snapshot(model)).as("snapshot of %s", network).isEqualTo(before);
        assertThat(model.forward(known.get("inputs"))).isEqualTo(output);
      }
    }
  }

  @Test
  @DisplayName("does not let its caller change what it captured")
  default void mapsAreTheCallersOwn() {
    Known known = REFERENCE.known();
    String relu4 = path(REFERENCE, "relu4");
    try (Model model = open(REFERENCE);
        Capture capture = model.hook(relu4).forward(known.get("inputs"))) {
      Tensor activations = capture.activations(relu4);
      activations.toArray()[0] = Float.NaN;
      Map<String, Tensor> gradients = capture.gradients(known.get("cotangent"));
      Tensor gradient = new Gradients(gradients).at(relu4);
      assertThat(activations.isFinite()).isTrue();
      assertThatThrownBy(gradients::clear).isInstanceOf(UnsupportedOperationException.class);
      assertThat(Gradients.of(capture, known.get("cotangent")).at(relu4)).isEqualTo(gradient);
    }
  }

  @Test
  @DisplayName("stays usable after every kind of error")
  default void afterErrors() {
    Known known = REFERENCE.known();
    String relu4 = path(REFERENCE, "relu4");
    try (Model model = open(REFERENCE);
        Capture capture = model.hook(relu4).forward(known.get("inputs"))) {
      Tensor output = model.forward(known.get("inputs"));
      Tensor gradient = Gradients.of(capture, known.get("cotangent")).at(relu4);
      List<Runnable> errors =
          List.of(
              () -> model.forward(Tensor.zeros(Shape.of(1, 2, 32, 32))),
              () -> model.forward(Tensor.zeros(Shape.of(1, 3, 8, 8))),
              () -> model.hook(relu4).forward(Tensor.zeros(Shape.of(1, 3, 8, 8))).close(),
              () -> model.hook("no.such.layer"),
              () -> model.layers(Shape.of(1)),
              () -> capture.activations("no.such.layer"),
              () -> capture.gradients(Tensor.zeros(Shape.of(4, 9))),
              () -> capture.resume(relu4, Tensor.zeros(Shape.of(4, 9))).close());
      for (Runnable error : errors) {
        assertThatThrownBy(error::run).isInstanceOf(GradCamException.class);
        assertThat(model.forward(known.get("inputs"))).isEqualTo(output);
        assertThat(Gradients.of(capture, known.get("cotangent")).at(relu4)).isEqualTo(gradient);
      }
    }
  }

  /** What one pass over one image shows. */
  private static List<Tensor> look(LayerHook hook, Known known, int image) {
    try (Capture capture = hook.forward(Tensors.only(known.get("inputs"), image))) {
      List<Tensor> seen = new ArrayList<>();
      seen.add(capture.output());
      for (String layer : hook.layers()) {
        seen.add(capture.activations(layer));
      }
      seen.addAll(capture.gradients(Tensors.only(known.get("cotangent"), image)).values());
      return seen;
    }
  }
}
