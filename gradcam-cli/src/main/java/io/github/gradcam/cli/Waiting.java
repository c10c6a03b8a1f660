package io.github.gradcam.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says what is going on, with the seconds, while it takes more than two of them. */
final class Waiting implements AutoCloseable {

  private static final Duration SILENT = Duration.ofSeconds(2);
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter terminal;
  private final String what;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread painter = new Thread(this::paint, "waiting");

  private Waiting(PrintWriter terminal, String what) {
    this.terminal = terminal;
    this.what = what;
  }

  /** Begins to wait on a terminal. */
  static Waiting on(PrintWriter terminal, String what) {
    Waiting waiting = new Waiting(terminal, what);
    if (Terminal.watched()) {
      waiting.painter.setDaemon(true);
      waiting.painter.start();
    }
    return waiting;
  }

  private void paint() {
    long start = System.nanoTime();
    try {
      while (!over.await(1, TimeUnit.SECONDS)) {
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        if (waited.compareTo(SILENT) >= 0) {
          terminal.print(CLEAR + what + " ... " + waited.toSeconds() + " s");
          terminal.flush();
        }
      }
      if (Duration.ofNanos(System.nanoTime() - start).compareTo(SILENT) >= 0) {
        terminal.print(CLEAR);
        terminal.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    try {
      painter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
