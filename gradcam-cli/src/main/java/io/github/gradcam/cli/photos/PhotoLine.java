package io.github.gradcam.cli.photos;

import io.github.gradcam.GradCam;
import io.github.gradcam.cli.result.FailedPhoto;
import io.github.gradcam.cli.result.PhotoResult;
import io.github.gradcam.error.WriteException;
import io.github.gradcam.target.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes a folder's photos through the model on several threads. Each thread takes a batch all the
 * way, from files to pictures: while one computes, others read and draw, and none waits for
 * another. What is told comes in the order of the photos, and memory holds a few batches, however
 * many photos there are.
 */
public final class PhotoLine {

  private static final long PAINT_EVERY_MILLIS = 100;
  private static final long LONGEST_MINUTES = 60;

  private final Workload workload;
  private final Explaining explaining;
  private final List<Output> outputs;
  private final Progress progress;
  private final Interrupt interrupt;

  /** No more photos are wanted, because one could not be told of. */
  private volatile boolean ended;

  /**
   * A line.
   *
   * @param gradCam the model, layer and method
   * @param target what shall be explained of each photo
   * @param workload how much is done at once
   * @param outputs the ways to tell of photos
   * @param progress shows how far it is
   * @param interrupt ends it early
   */
  public PhotoLine(
      GradCam gradCam,
      Target target,
      Workload workload,
      List<Output> outputs,
      Progress progress,
      Interrupt interrupt) {
    this.workload = workload;
    this.explaining =
        new Explaining(gradCam, target, workload.photoPixels(), workload.batchPixels());
    this.outputs = List.copyOf(outputs);
    this.progress = progress;
    this.interrupt = interrupt;
  }

  /**
   * Explains photos and tells of them.
   *
   * @param photos the photos
   * @return those that failed, in order
   * @throws io.github.gradcam.error.GradCamException what is wrong with the model or the request,
   *     not with a photo, and what cannot be written
   */
  public List<FailedPhoto> run(List<FoundPhoto> photos) {
    ExecutorService threads = Executors.newFixedThreadPool(workload.threads());
    try {
      return run(threads, workload.batches(photos).iterator());
    } finally {
      ended = true;
      threads.shutdown();
      awaitEnd(threads);
    }
  }

  /** What is under way uses the model and writes files: both must outlive it. */
  private static void awaitEnd(ExecutorService threads) {
    try {
      if (!threads.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("A batch did not end in " + LONGEST_MINUTES + " minutes.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      threads.shutdownNow();
    }
  }

  private List<FailedPhoto> run(ExecutorService threads, Iterator<List<FoundPhoto>> batches) {
    List<FailedPhoto> failures = new ArrayList<>();
    // As many again as are under way may be done and wait for their turn.
    Queue<Future<List<Told>>> ahead = new ArrayDeque<>();
    while (true) {
      while (ahead.size() < 2 * workload.threads() && batches.hasNext() && !interrupt.asked()) {
        List<FoundPhoto> batch = batches.next();
        ahead.add(threads.submit(() -> explained(batch)));
      }
      Future<List<Told>> next = ahead.poll();
      if (next == null) {
        return failures;
      }
      for (Told told : awaited(next)) {
        told.publications().forEach(Runnable::run);
        told.failure().ifPresent(failures::add);
      }
    }
  }

  private List<Told> explained(List<FoundPhoto> batch) {
    List<Told> told = new ArrayList<>();
    explaining.explain(
        batch,
        () -> ended || interrupt.asked(),
        (photo, result) -> {
          told.add(prepared(photo, result));
          progress.step();
        });
    return told;
  }

  /** A photo whose results cannot be drawn or written has failed, and the others go on. */
  private Told prepared(FoundPhoto photo, PhotoResult result) {
    try {
      return told(photo, result);
    } catch (WriteException unwritten) {
      return told(photo, new FailedPhoto(result.file(), String.valueOf(unwritten.getMessage())));
    } catch (OutOfMemoryError full) {
      return told(photo, Memory.tooSmallFor(photo));
    }
  }

  private Told told(FoundPhoto photo, PhotoResult result) {
    return new Told(
        result instanceof FailedPhoto failed ? Optional.of(failed) : Optional.empty(),
        outputs.stream().map(output -> output.prepare(photo, result)).toList());
  }

  private List<Told> awaited(Future<List<Told>> batch) {
    while (true) {
      try {
        return batch.get(PAINT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException running) {
        progress.paint();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The thread that waits for photos was interrupted.", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
