package io.github.gradcam.bench.side;

import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Threads that ask for maps at once, each for all photos in turn, beginning with another.
 *
 * @param callers the threads
 * @param maps how many each asks for
 * @param expected the map of each photo as one thread gets it
 * @param clock in nanoseconds
 */
record Crowd(int callers, int maps, List<Tensor> expected, LongSupplier clock) {

  private static final float TOLERANCE = 1e-4f;

  private record Count(int wrong, int errors) {}

  Outcome ask(IntFunction<Tensor> map) {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      long start = clock.getAsLong();
      List<Future<Count>> counts = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int first = i;
        counts.add(threads.submit(() -> one(first, map)));
      }
      int wrong = 0;
      int errors = 0;
      for (Future<Count> each : counts) {
        Count count = each.get();
        wrong += count.wrong();
        errors += count.errors();
      }
      return new Outcome(callers, callers * maps, wrong, errors, clock.getAsLong() - start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while threads asked for maps.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A thread that asked for maps failed: " + e.getCause(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private Count one(int first, IntFunction<Tensor> map) {
    int wrong = 0;
    int errors = 0;
    for (int i = 0; i < maps; i++) {
      int photo = (first + i) % expected.size();
      try {
        if (!alike(map.apply(photo), expected.get(photo))) {
          wrong++;
        }
      } catch (RuntimeException e) {
        // An error is a result here, and the next map may be right.
        errors++;
        System.err.println("A map failed: " + e);
      }
    }
    return new Count(wrong, errors);
  }

  private static boolean alike(Tensor map, Tensor expected) {
    float[] values = map.toArray();
    float[] others = expected.toArray();
    if (values.length != others.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i] - others[i]) <= TOLERANCE)) {
        return false;
      }
    }
    return true;
  }
}
