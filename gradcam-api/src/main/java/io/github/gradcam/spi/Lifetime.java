package io.github.gradcam.spi;

import io.github.gradcam.error.ClosedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Counts who uses a native resource, and releases it when it has been closed and the last user is
 * done: closing waits for no one and takes nothing away from a pass that runs.
 *
 * <p>For a model's {@code close()}: a pass is a use, and so is a capture until it is closed. Safe
 * for any number of threads.
 */
public final class Lifetime {

  private final Runnable release;
  private final AtomicInteger users = new AtomicInteger(1);
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * A lifetime at whose end something is released, once.
   *
   * @param release frees the resource
   */
  public Lifetime(Runnable release) {
    this.release = release;
  }

  /**
   * Fails if it has been closed.
   *
   * @throws ClosedException then
   */
  public void check() {
    if (closed.get()) {
      throw ended();
    }
  }

  /**
   * Begins a use, which {@link #done} ends.
   *
   * @throws ClosedException if it has been closed
   */
  public void use() {
    check();
    if (users.getAndUpdate(n -> n == 0 ? 0 : n + 1) == 0) {
      throw ended();
    }
  }

  /**
   * Uses the resource for a piece of work.
   *
   * @param work what to do
   * @return what it gives
   * @throws ClosedException if it has been closed
   */
  public <T> T during(Supplier<T> work) {
    use();
    try {
      return work.get();
    } finally {
      done();
    }
  }

  /** Ends a use. */
  public void done() {
    if (users.decrementAndGet() == 0) {
      release.run();
    }
  }

  /** Closes; may be called twice. */
  public void close() {
    if (closed.compareAndSet(false, true)) {
      done();
    }
  }

  private static ClosedException ended() {
    return new ClosedException("The model has been closed. Open it again to use it.");
  }
}
