package io.github.gradcam.djl.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.djl.Structure;
import io.github.gradcam.error.ClosedException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Fork;
import io.github.gradcam.trials.Sample;
import io.github.gradcam.trials.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whatever the thread")
class ThreadsTest {

  private static final String LAYER = "conv1";

  private final Structure structure = Structure.of("residual-scripted");

  private Map<String, Tensor> gradients(LayerHook hook) {
    try (Capture capture = hook.forward(structure.input())) {
      return capture.gradients(structure.cotangent());
    }
  }

  private void assertAllEqual(ExecutorService threads, int passes) throws Exception {
    try (Model model = structure.open()) {
      LayerHook hook = model.hook(LAYER);
      Map<String, Tensor> alone = gradients(hook);
      Structure.assertClose("alone", alone.get(LAYER), structure.of("grad", LAYER));
      List<Future<Map<String, Tensor>>> results = new ArrayList<>();
      for (int i = 0; i < passes; i++) {
        results.add(threads.submit(() -> gradients(hook)));
      }
      for (Future<Map<String, Tensor>> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  @DisplayName("fresh each time, maps are the same to the last bit")
  void fresh() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertAllEqual(Executors.newSingleThreadExecutor(), 3);
    }
  }

  @Test
  @DisplayName("of a pool, maps are the same to the last bit")
  void pooled() throws Exception {
    assertAllEqual(Executors.newFixedThreadPool(4), 200);
  }

  @Test
  @DisplayName("virtual, maps are the same to the last bit")
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtual() throws Exception {
    // By reflection, so that this compiles on Java 17.
    Object threads =
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(Executors.class);
    assertAllEqual((ExecutorService) threads, 500);
  }

  @Test
  @DisplayName("interrupted, everything is done, and the thread is interrupted still")
  void interrupted() {
    Thread.currentThread().interrupt();
    try (Model model = structure.open()) {
      Map<String, Tensor> gradients = gradients(model.hook(LAYER));
      Structure.assertClose("gradient", gradients.get(LAYER), structure.of("grad", LAYER));
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  @DisplayName("interrupted before the engine has been loaded, it is loaded")
  void interruptedFirst(@TempDir Path folder) {
    Fork.End end = Forks.in(folder).run(InterruptedFirst.class);
    assertThat(end.output()).contains("done, interrupted: true");
    assertThat(end.status()).isZero();
  }

  @Test
  @DisplayName("a model that is closed meanwhile ends passes with its error, and with no other")
  void closedMeanwhile() throws Exception {
    // Each of eight threads had a pass at least, and ended with that error.
    Sample sample = new Sample(structure.file(), structure.input().shape().item(), LAYER);
    assertThat(Threads.closed(sample)).isGreaterThanOrEqualTo(8);
    Model model = structure.open();
    LayerHook hook = model.hook(LAYER);
    model.close();
    assertThatExceptionOfType(ClosedException.class)
        .isThrownBy(() -> hook.forward(structure.input()).close());
  }

  @Test
  @DisplayName("two models at once do not know of each other")
  void twoModels() throws Exception {
    Structure other = Structure.of("nested-traced");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Model first = structure.open();
        Model second = other.open()) {
      List<Future<?>> results = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        results.add(threads.submit(() -> check(first, structure, LAYER)));
        results.add(threads.submit(() -> check(second, other, "features.0.conv")));
      }
      for (Future<?> result : results) {
        result.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static void check(Model model, Structure known, String layer) {
    try (Capture capture = model.hook(layer).forward(known.input())) {
      Tensor gradient = capture.gradients(known.cotangent()).get(layer);
      Structure.assertClose("gradient", gradient, known.of("grad", layer));
    }
  }
}
