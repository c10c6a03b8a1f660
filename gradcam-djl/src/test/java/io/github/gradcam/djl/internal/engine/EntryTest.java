package io.github.gradcam.djl.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gradcam.error.EngineException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@DisplayName("What works with the engine's mode")
class EntryTest {

  @Test
  @DisplayName("is done by the thread that asks for it, if it is one of the system")
  void own() {
    assertThat(Entry.call(Thread::currentThread)).isSameAs(Thread.currentThread());
  }

  @Test
  @DisplayName("has an error of this library when Java's memory is used up")
  void memory() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> Entry.call(EntryTest::full))
        .withMessageContaining("-Xmx")
        .withCauseInstanceOf(OutOfMemoryError.class);
  }

  private static int full() {
    throw new OutOfMemoryError("Java heap space");
  }

  private static int wrong() {
    throw new IllegalArgumentException("wrong");
  }

  @Test
  @DisplayName("is done by a thread of the system for a virtual one, which gets what comes of it")
  @EnabledForJreRange(min = JRE.JAVA_21)
  void handedOver() throws Exception {
    // By reflection, so that this compiles on Java 17.
    Object made = Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    ExecutorService threads = (ExecutorService) made;
    try {
      threads
          .submit(
              () -> {
                Thread asking = Thread.currentThread();
                Thread working = Entry.call(Thread::currentThread);
                assertThat(working).isNotSameAs(asking);
                assertThat(working.getClass()).isEqualTo(Thread.class);
                assertThatIllegalArgumentException().isThrownBy(() -> Entry.call(EntryTest::wrong));
                memory();
                asking.interrupt();
                assertThat(Entry.call(() -> 7)).isEqualTo(7);
                assertThat(Thread.interrupted()).isTrue();
              })
          .get();
    } finally {
      threads.shutdown();
    }
  }
}
