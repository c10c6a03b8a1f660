package io.github.gradcam.tf.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Sample;
import io.github.gradcam.trials.Threads;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever the thread")
class ThreadsTest {

  @Test
  @DisplayName("maps are the same to the last bit")
  void same() throws InterruptedException, ExecutionException {
    assertThat(
            Threads.different(Samples.residual(), 50, (sample, hook, model) -> sample.pass(hook)))
        .isZero();
  }

  @Test
  @DisplayName("maps are the same to the last bit while hooks are made")
  void sameWithHooks() throws InterruptedException, ExecutionException {
    assertThat(
            Threads.different(Samples.residual(), 50, (sample, hook, model) -> sample.pass(model)))
        .isZero();
  }

  @Test
  @DisplayName("a model that is closed meanwhile ends passes with its error, and with no other")
  void closedMeanwhile() throws InterruptedException, ExecutionException {
    // Each of eight threads had a pass at least, and ended with that error.
    assertThat(Threads.closed(Samples.residual())).isGreaterThanOrEqualTo(8);
  }

  @Test
  @DisplayName("interrupted, everything is done, and the thread is interrupted still")
  void interrupted() {
    Sample sample = Samples.residual();
    Thread.currentThread().interrupt();
    try (Model model = sample.open()) {
      assertThat(sample.pass(model)).containsKeys("output", sample.layer());
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  @DisplayName("two models at once do not know of each other")
  void twoModels() throws InterruptedException, ExecutionException {
    Sample one = Samples.residual();
    Sample other = Samples.frozen();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Model first = one.open();
        Model second = other.open()) {
      LayerHook hook = first.hook(one.layer());
      Map<String, Tensor> alone = one.pass(hook);
      Map<String, Tensor> otherAlone = other.pass(second);
      for (int i = 0; i < 50; i++) {
        Future<Map<String, Tensor>> pass = threads.submit(() -> one.pass(hook));
        Future<Map<String, Tensor>> otherPass = threads.submit(() -> other.pass(second));
        assertThat(pass.get()).isEqualTo(alone);
        assertThat(otherPass.get()).isEqualTo(otherAlone);
      }
    } finally {
      threads.shutdown();
    }
  }
}
