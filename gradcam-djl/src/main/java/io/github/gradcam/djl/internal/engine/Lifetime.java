package io.github.gradcam.djl.internal.engine;

import io.github.gradcam.error.ClosedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Counts who uses a native resource, and releases it when it has been closed and the last user is
 * done: closing waits for no one and takes nothing away from a pass that runs.
 */
public final class Lifetime {

  private final Runnable release;
  private final AtomicInteger users = new AtomicInteger(1);
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A lifetime at whose end something is released. */
  public Lifetime(Runnable release) {
    this.release = release;
  }

  /** Fails if it has been closed. */
  public void check() {
    if (closed.get()) {
      throw new ClosedException("The model has been closed. Open it again to use it.");
    }
  }

  /** Begins a use, which {@link #done} ends. */
  public void use() {
    check();
    if (users.getAndUpdate(n -> n == 0 ? 0 : n + 1) == 0) {
      throw new ClosedException("The model has been closed. Open it again to use it.");
    }
  }

  /** Works with it, on a thread that the engine bears. */
  public <T> T during(Supplier<T> work) {
    use();
    try {
      return Entry.call(work);
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
}
