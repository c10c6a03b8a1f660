package io.github.gradcam.examples.vgg16.data;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * Things that are made in other threads, a few ahead of whom takes them, and taken in order: photos
 * are decoded while the engine computes.
 *
 * @param <T> what is made
 */
public final class Ahead<T> implements Iterator<T>, AutoCloseable {

  private final ExecutorService makers;
  private final Queue<CompletableFuture<T>> coming = new ArrayDeque<>();
  private final int count;
  private final IntFunction<T> maker;
  private int asked;

  /**
   * Begins to make.
   *
   * @param count how many there are
   * @param ahead how many are kept at most
   * @param maker makes one, in any thread
   */
  public Ahead(int count, int ahead, IntFunction<T> maker) {
    this.count = count;
    this.maker = maker;
    makers =
        Executors.newFixedThreadPool(
            Math.min(ahead, Runtime.getRuntime().availableProcessors()),
            work -> {
              Thread thread = new Thread(work, "photos");
              thread.setDaemon(true);
              return thread;
            });
    while (asked < Math.min(ahead, count)) {
      ask();
    }
  }

  @Override
  public boolean hasNext() {
    return !coming.isEmpty();
  }

  @Override
  public T next() {
    CompletableFuture<T> next = coming.poll();
    if (next == null) {
      throw new NoSuchElementException("All " + count + " were taken.");
    }
    if (asked < count) {
      ask();
    }
    try {
      return next.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void ask() {
    int index = asked++;
    coming.add(CompletableFuture.supplyAsync(() -> maker.apply(index), makers));
  }

  /** Makes no more. */
  @Override
  public void close() {
    makers.shutdownNow();
  }
}
