package io.github.gradcam.model;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a model is to be opened. Immutable.
 *
 * <pre>{@code
 * ModelOptions.builder().device(Device.gpu(0)).output("logits").build()
 * }</pre>
 */
public final class ModelOptions {

  private final @Nullable String backend;
  private final Device device;
  private final OutputChoice output;
  private final @Nullable Shape inputShape;
  private final Execution execution;
  private final OptionalInt threads;

  private ModelOptions(Builder builder) {
    this.backend = builder.backend;
    this.device = builder.device;
    this.output = builder.output;
    this.inputShape = builder.inputShape;
    this.execution = builder.execution;
    this.threads = builder.threads;
  }

  /** Nothing special: the processor, the default output, the backend that fits. */
  public static ModelOptions defaults() {
    return builder().build();
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The name of the backend to use, or empty for the one that the system property {@code
   * gradcam.backend} names, else the one that fits.
   */
  public Optional<String> backend() {
    return Optional.ofNullable(backend);
  }

  /** Where the model shall run. */
  public Device device() {
    return device;
  }

  /** Which output is meant. */
  public OutputChoice output() {
    return output;
  }

  /** The shape of one input, {@code [C, H, W]}, or empty if the user did not say. */
  public Optional<Shape> inputShape() {
    return Optional.ofNullable(inputShape);
  }

  /** How literally the network's operations shall be run. */
  public Execution execution() {
    return execution;
  }

  /** How many threads the engine may use for one pass, or empty for its own choice. */
  public OptionalInt threads() {
    return threads;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {

    private @Nullable String backend;
    private Device device = Device.cpu();
    private OutputChoice output = new OutputChoice.Automatic();
    private @Nullable Shape inputShape;
    private Execution execution = Execution.AUTOMATIC;
    private OptionalInt threads = OptionalInt.empty();

    private Builder() {}

    /**
     * Names the backend, where several could open the file. The system property {@code
     * gradcam.backend} does so for models whose options name none.
     *
     * @param name as {@code BackendProvider.name()} gives it
     * @return this
     */
    public Builder backend(String name) {
      this.backend = name;
      return this;
    }

    /**
     * Says where the model shall run; the default is the processor.
     *
     * @param value the device
     * @return this
     */
    public Builder device(Device value) {
      this.device = value;
      return this;
    }

    /**
     * Picks the output at a place in a tuple or list.
     *
     * @param index from 0
     * @return this
     */
    public Builder output(int index) {
      this.output = new OutputChoice.AtIndex(index);
      return this;
    }

    /**
     * Picks the output under a name.
     *
     * @param name the key
     * @return this
     */
    public Builder output(String name) {
      this.output = new OutputChoice.Named(name);
      return this;
    }

    /**
     * Says what one input looks like, for {@link Model#layers()}.
     *
     * @param shape {@code [C, H, W]}
     * @return this
     */
    public Builder inputShape(Shape shape) {
      this.inputShape = shape;
      return this;
    }

    /**
     * Says how literally the network's operations shall be run; the default is {@link
     * Execution#AUTOMATIC}.
     *
     * @param value the execution
     * @return this
     */
    public Builder execution(Execution value) {
      this.execution = value;
      return this;
    }

    /**
     * Says how many threads the engine may use for one pass; the default is its own choice, mostly
     * one for each core. Who explains many photos in threads of their own gets more done with one.
     * Where an engine has one such number for the whole process, the model opened last sets it.
     *
     * @param value at least 1
     * @return this
     * @throws InvalidInputException if it is less
     */
    public Builder threads(int value) {
      if (value < 1) {
        throw new InvalidInputException(
            "An engine needs at least 1 thread, but " + value + " were asked for.");
      }
      this.threads = OptionalInt.of(value);
      return this;
    }

    /** The options. */
    public ModelOptions build() {
      return new ModelOptions(this);
    }
  }
}
