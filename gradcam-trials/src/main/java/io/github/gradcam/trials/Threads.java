package io.github.gradcam.trials;

import io.github.gradcam.error.ClosedException;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many threads on one model: the same passes over and over, with hooks that are made meanwhile, and
 * a model that is closed under them. Prints what differed; any other error than that of a closed
 * model ends the program.
 */
public final class Threads {

  private static final int COUNT = 8;

  /** One pass, with a hook that all threads have or another one. */
  public interface Pass {

    /** What it gives, by name. */
    Map<String, Tensor> of(Sample sample, LayerHook hook, Model model);
  }

  private Threads() {}

  /**
   * Runs them.
   *
   * @param args the network's file or folder, the shape of an image ({@code 3,8,8}), a layer, how
   *     many passes a thread makes (default 1,000), and how often a model is closed under its
   *     threads (default 50)
   * @throws InterruptedException if this thread is interrupted
   * @throws ExecutionException if a pass fails
   */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    Sample known = Sample.of(args[0], args[1], args[2]);
    int passes = args.length > 3 ? Integer.parseInt(args[3]) : 1000;
    int closings = args.length > 4 ? Integer.parseInt(args[4]) : 50;
    System.out.println(
        COUNT * passes
            + " passes, of which differ: "
            + different(known, passes, (sample, hook, model) -> sample.pass(hook)));
    System.out.println(
        COUNT * passes
            + " passes with hooks of their own, of which differ: "
            + different(known, passes, (sample, hook, model) -> sample.pass(model)));
    int done = 0;
    for (int i = 0; i < closings; i++) {
      done += closed(known);
    }
    System.out.println(closings + " models closed under their threads, after passes: " + done);
  }

  /**
   * How many passes of eight threads give other numbers than those of one thread alone.
   *
   * @throws InterruptedException if this thread is interrupted
   * @throws ExecutionException if a pass fails
   */
  public static int different(Sample sample, int passes, Pass pass)
      throws InterruptedException, ExecutionException {
    try (Model model = sample.open()) {
      LayerHook hook = model.hook(sample.layer());
      Map<String, Tensor> alone = sample.pass(hook);
      return sum(
          () -> {
            int different = 0;
            for (int i = 0; i < passes; i++) {
              different += pass.of(sample, hook, model).equals(alone) ? 0 : 1;
            }
            return different;
          });
    }
  }

  /**
   * How many passes were done when a model was closed under the eight threads that use it; each has
   * done one at least.
   *
   * @throws InterruptedException if this thread is interrupted
   * @throws ExecutionException if a pass ends in any error but that of a closed model, or differs
   */
  public static int closed(Sample sample) throws InterruptedException, ExecutionException {
    try (Model model = sample.open()) {
      Map<String, Tensor> alone = sample.pass(model);
      CountDownLatch running = new CountDownLatch(COUNT);
      Callable<Integer> passes =
          () -> {
            int done = 0;
            try {
              while (true) {
                if (!sample.pass(model).equals(alone)) {
                  throw new IllegalStateException("a pass differs while the model is closed");
                }
                if (++done == 1) {
                  running.countDown();
                }
              }
            } catch (ClosedException closed) {
              return done;
            }
          };
      ExecutorService closing = Executors.newSingleThreadExecutor();
      try {
        closing.submit(
            () -> {
              running.await();
              model.close();
              return true;
            });
        return sum(passes);
      } finally {
        closing.shutdown();
      }
    }
  }

  private static int sum(Callable<Integer> work) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        results.add(threads.submit(work));
      }
      int sum = 0;
      for (Future<Integer> result : results) {
        sum += result.get();
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }
}
