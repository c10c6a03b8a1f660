package io.github.gradcam.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Threads that all do the same at once. */
@State(Scope.Benchmark)
public class Crowd {

  /** How often each does it: few enough for a short round, enough that its end weighs little. */
  static final int TIMES = 4;

  /** How many threads. */
  @Param({"1", "2", "4"})
  public int threads;

  private ExecutorService executor;

  /** Starts them. */
  @Setup
  public void start() {
    executor = Executors.newFixedThreadPool(threads);
  }

  /** Ends them. */
  @TearDown
  public void stop() {
    executor.shutdown();
  }

  /**
   * A round: each thread does it {@link #TIMES} times.
   *
   * @param what to do
   * @return what came of it, a list a thread
   * @throws InterruptedException if this thread is interrupted
   * @throws ExecutionException if it failed
   */
  <T> List<List<T>> round(Callable<T> what) throws InterruptedException, ExecutionException {
    List<Future<List<T>>> round =
        IntStream.range(0, threads).mapToObj(i -> executor.submit(() -> repeated(what))).toList();
    List<List<T>> results = new ArrayList<>();
    for (Future<List<T>> each : round) {
      results.add(each.get());
    }
    return results;
  }

  /** How many images a round sees. */
  int images(Subject subject) {
    return threads * TIMES * subject.noise().shape().length(0);
  }

  private static <T> List<T> repeated(Callable<T> what) throws Exception {
    List<T> results = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      results.add(what.call());
    }
    return results;
  }
}
