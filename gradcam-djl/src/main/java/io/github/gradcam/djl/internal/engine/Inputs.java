package io.github.gradcam.djl.internal.engine;

import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.djl.internal.rewrite.Catalog;
import io.github.gradcam.djl.internal.rewrite.InputAxes;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.spi.Requests;
import io.github.gradcam.tensor.Tensor;
import java.util.Optional;

/**
 * What the network wants as its input, as far as its first convolution tells.
 *
 * @param axes how many axes a batch has, or 0 if that is not known
 * @param channels how many channels an image has, or 0 if that is not known
 * @param kept whether that convolution sees the axes that the network is given
 */
public record Inputs(int axes, int channels, InputAxes kept) {

  private static final int DEFAULT_SIDE = 224;
  private static final int DEFAULT_CHANNELS = 3;
  private static final int IMAGE_AXES = 4;

  /** What the first convolution of a rewritten network tells. */
  public static Inputs of(Catalog catalog, ParameterList parameters) {
    Optional<Address> first =
        catalog.addresses().values().stream().filter(Address::isConvolution).findFirst();
    if (first.isEmpty()) {
      return new Inputs(0, 0, catalog.inputAxes());
    }
    String path = first.get().text().replaceFirst("[@#].*", "");
    int axes = first.get().kind().charAt(4) - '0' + 2;
    Parameter weight = parameters.get(path + ".weight");
    boolean known = weight != null && weight.getArray().getShape().dimension() == axes;
    return new Inputs(
        axes,
        known ? Math.toIntExact(weight.getArray().getShape().get(1)) : 0,
        catalog.inputAxes());
  }

  /** Fails if a batch cannot be one, whatever the network. */
  public void check(Tensor batch) {
    int rank = batch.shape().rank();
    if (rank < 2 || (axes > 0 && rank != axes && kept == InputAxes.KEPT)) {
      throw new InvalidInputException(
          "The network cannot take an input of shape " + batch.shape() + ". " + wanted());
    }
    Requests.batch(batch);
  }

  /** A sentence. */
  public String wanted() {
    if (kept == InputAxes.CHANGED) {
      return "Its first convolution takes "
          + axes
          + " axes, but what runs before that changes the axes it is given. Name the shape of one"
          + " input with ModelOptions.inputShape(…), or call layers(shape).";
    }
    String image =
        switch (axes) {
          case 3 -> ", length]";
          case 5 -> ", depth, height, width]";
          default -> ", height, width]";
        };
    return "It wants [N, " + (channels == 0 ? "channels" : channels) + image + ".";
  }

  /** The shape that is assumed where the user gives none. */
  public io.github.gradcam.tensor.Shape assumed() {
    if (axes != 0 && axes != IMAGE_AXES) {
      throw new InvalidInputException(
          "The network does not take images, so the shape of its input cannot be guessed. "
              + wanted()
              + " Name the shape of one input, without N, with ModelOptions.inputShape(…), or call"
              + " layers(shape).");
    }
    return io.github.gradcam.tensor.Shape.of(
        channels == 0 ? DEFAULT_CHANNELS : channels, DEFAULT_SIDE, DEFAULT_SIDE);
  }
}
