package io.github.gradcam.bench;

import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The network that is measured, open, and its batch. */
@State(Scope.Benchmark)
public class Subject {

  private Model model;
  private Shape input;
  private Tensor noise;

  /**
   * Opens the network.
   *
   * @param choice which
   */
  @Setup(Level.Trial)
  public void start(Choice choice) {
    input = choice.input();
    noise = choice.noise();
    model = choice.open();
  }

  /** Closes it. */
  @TearDown(Level.Trial)
  public void stop() {
    model.close();
  }

  /** Stays this state's. */
  Model model() {
    return model;
  }

  /** The shape of one input. */
  Shape input() {
    return input;
  }

  /** The batch. */
  Tensor noise() {
    return noise;
  }
}
