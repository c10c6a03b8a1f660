package io.github.gradcam.cli.photos;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a run in order: what was begun is completed, nothing new begins, and every file
 * is whole.
 */
public final class Interrupt implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interrupt");
  private volatile boolean asked;

  /** Begins to listen. */
  public Interrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the run shall end. */
  public boolean asked() {
    return asked;
  }

  private void stop() {
    asked = true;
    try {
      // The process ends when this returns.
      boolean ended = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        System.err.println("gradcam: the run did not end in time; hidden .part files may be left.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The run has ended. */
  @Override
  public void close() {
    done.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException begun) {
        asked = true; // between the question and the answer; the hook returns at once
      }
    }
  }
}
