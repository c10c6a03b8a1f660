package io.github.gradcam.bench;

import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The {@link Yardstick} of a crowd: before every round of maps, a round of bare forward passes. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CrowdYardstick {

  /** {@code forward}, or {@code none}. */
  @Param(Yardstick.FORWARD)
  String yardstick;

  /** How many images passed in an iteration. */
  public long forwards;

  /** What the rounds took. */
  public long forwardNanos;

  /**
   * A round.
   *
   * @param subject the network
   * @param crowd the threads
   * @param blackhole takes the outputs
   * @throws InterruptedException if this thread is interrupted
   * @throws ExecutionException if a pass failed
   */
  @Setup(Level.Invocation)
  public void forward(Subject subject, Crowd crowd, Blackhole blackhole)
      throws InterruptedException, ExecutionException {
    if (yardstick.equals(Yardstick.FORWARD)) {
      long start = System.nanoTime();
      blackhole.consume(crowd.round(() -> subject.model().forward(subject.noise())));
      forwardNanos += System.nanoTime() - start;
      forwards += crowd.images(subject);
    }
  }
}
