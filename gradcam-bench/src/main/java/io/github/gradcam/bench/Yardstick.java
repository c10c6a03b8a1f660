package io.github.gradcam.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The bare forward pass of the same batch, in the same fork, before every measured call.
 *
 * <p>JMH gives each benchmark method a JVM of its own, and two JVMs minutes apart differ by more
 * than a heatmap costs. So the forward pass is no method beside the others: it alternates with what
 * is measured, and whatever slows one of them slows the other. JMH leaves the time of set-ups out
 * of the score; what the forward passes took stands beside it, an iteration's {@code forwardNanos}
 * and how many {@code forwards} those were.
 *
 * <p>JMH counts what the passes allocate as the benchmark's. Whoever wants the allocation of the
 * measured call alone, or its peak of memory, turns them off: {@code -p yardstick=none}.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Yardstick {

  /** Says that there are forward passes. */
  static final String FORWARD = "forward";

  /** {@code forward}, or {@code none}. */
  @Param(FORWARD)
  String yardstick;

  /** How many forward passes an iteration had. */
  public long forwards;

  /** What they took. */
  public long forwardNanos;

  /**
   * Passes once.
   *
   * @param subject the network
   * @param blackhole takes the output
   */
  @Setup(Level.Invocation)
  public void forward(Subject subject, Blackhole blackhole) {
    if (yardstick.equals(FORWARD)) {
      long start = System.nanoTime();
      blackhole.consume(subject.model().forward(subject.noise()));
      forwardNanos += System.nanoTime() - start;
      forwards++;
    }
  }
}
