package io.github.gradcam.dl4j.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.dl4j.Dl4jModels;
import io.github.gradcam.dl4j.SmallNetworks;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Sample;
import io.github.gradcam.trials.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever the thread")
class ThreadsTest {

  @TempDir private Path folder;

  private Sample sample;

  @BeforeEach
  void writeSample() {
    sample = Samples.graph(folder);
  }

  private void assertAllEqual(Model model, ExecutorService threads, int passes) throws Exception {
    try {
      LayerHook hook = model.hook(sample.layer());
      Map<String, Tensor> alone = sample.pass(hook);
      assertThat(alone.get(sample.layer()).toArray()).as("a gradient").doesNotContain(Float.NaN);
      List<Future<Map<String, Tensor>>> results = new ArrayList<>();
      for (int i = 0; i < passes; i++) {
        results.add(threads.submit(() -> sample.pass(hook)));
      }
      for (Future<Map<String, Tensor>> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("of so many, maps of a file are the same to the last bit")
  @ValueSource(ints = {1, 2, 8})
  void ofFile(int count) throws Exception {
    try (Model model = sample.open()) {
      assertAllEqual(model, Executors.newFixedThreadPool(count), 200);
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("of so many, maps of a network in memory are the same to the last bit")
  @ValueSource(ints = {1, 2, 8})
  void inMemory(int count) throws Exception {
    try (Model model = Dl4jModels.of(SmallNetworks.graph())) {
      assertAllEqual(model, Executors.newFixedThreadPool(count), 200);
    }
  }

  @Test
  @DisplayName("with hooks of their own, maps are the same to the last bit")
  void ownHooks() throws Exception {
    assertThat(Threads.different(sample, 50, (same, hook, model) -> same.pass(model))).isZero();
  }

  @Test
  @DisplayName("fresh each time, maps are the same to the last bit")
  void fresh() throws Exception {
    try (Model model = sample.open()) {
      for (int i = 0; i < 20; i++) {
        assertAllEqual(model, Executors.newSingleThreadExecutor(), 2);
      }
    }
  }

  @Test
  @DisplayName("virtual, maps are the same to the last bit")
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtual() throws Exception {
    // By reflection, so that this compiles on Java 17.
    Object threads =
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(Executors.class);
    try (Model model = sample.open()) {
      assertAllEqual(model, (ExecutorService) threads, 300);
    }
  }

  @Test
  @DisplayName("interrupted, everything is done, and the thread is interrupted still")
  void interrupted() {
    try (Model model = sample.open()) {
      Map<String, Tensor> before = sample.pass(model);
      Thread.currentThread().interrupt();
      assertThat(sample.pass(model)).isEqualTo(before);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  @DisplayName("a model that is closed meanwhile ends passes with its error, and with no other")
  void closedMeanwhile() throws Exception {
    for (int i = 0; i < 5; i++) {
      // Each of eight threads had a pass at least, and ended with that error.
      assertThat(Threads.closed(sample)).isGreaterThanOrEqualTo(8);
    }
  }

  @Test
  @DisplayName("the library's own passes on the same network change nothing")
  void besideTheLibrary() throws Exception {
    ComputationGraph graph = SmallNetworks.graph();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (Model model = Dl4jModels.of(graph)) {
      Map<String, Tensor> alone = sample.pass(model);
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        results.add(threads.submit(() -> sample.pass(model).equals(alone)));
        results.add(
            threads.submit(
                () -> {
                  synchronized (graph) {
                    return graph.outputSingle(SmallNetworks.images(2)).size(0) == 2;
                  }
                }));
      }
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }
}
