package io.github.gradcam.bench;

import io.github.gradcam.model.Model;
import java.util.Optional;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The {@link Yardstick} of a call that must be the first of its JVM: forward passes of the model it
 * opened, when it is over.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Afterwards {

  private static final int PASSES = 3;

  /** {@code forward}, or {@code none}. */
  @Param(Yardstick.FORWARD)
  String yardstick;

  /** How many forward passes there were. */
  public long forwards;

  /** What they took. */
  public long forwardNanos;

  private Optional<Model> model = Optional.empty();

  /**
   * Takes the model over.
   *
   * @param opened what the call opened
   * @return the same
   */
  Model kept(Model opened) {
    model = Optional.of(opened);
    return opened;
  }

  /**
   * Passes a few times, and closes the model.
   *
   * @param choice has the batch
   * @param blackhole takes the output
   */
  @TearDown(Level.Invocation)
  public void forward(Choice choice, Blackhole blackhole) {
    try (Model measured = model.orElseThrow()) {
      if (yardstick.equals(Yardstick.FORWARD)) {
        long start = System.nanoTime();
        for (int i = 0; i < PASSES; i++) {
          blackhole.consume(measured.forward(choice.noise()));
        }
        forwardNanos += System.nanoTime() - start;
        forwards += PASSES;
      }
    }
  }
}
