package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.rule.Layout;
import io.github.gradcam.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a network takes, as far as its configuration tells.
 *
 * @param lengths the lengths of one image's axes as the API has them, {@code [C, H, W]}, −1 where
 *     any will do
 * @param layout where the network has the channels
 * @param flat whether the network itself takes an image as one row of numbers, channel by channel
 */
public record ImageInput(int[] lengths, Layout layout, boolean flat) {

  private static final int USUAL_SIDE = 224;
  private static final int USUAL_CHANNELS = 3;

  /** Whether a batch can be one of such images. */
  public boolean fits(Shape batch) {
    if (batch.rank() != lengths.length + 1) {
      return false;
    }
    for (int axis = 0; axis < lengths.length; axis++) {
      int given = batch.length(axis + 1);
      if (given == 0 || (lengths[axis] >= 0 && lengths[axis] != given)) {
        return false;
      }
    }
    return true;
  }

  /** A sentence. */
  public String wanted() {
    return "It wants [N, "
        + Arrays.stream(lengths)
            .mapToObj(length -> length < 0 ? "any" : Integer.toString(length))
            .collect(Collectors.joining(", "))
        + "].";
  }

  /** The shape of one image that is assumed where nobody says otherwise. */
  public Shape assumed() {
    int[] assumed = lengths.clone();
    for (int axis = 0; axis < assumed.length; axis++) {
      int usual = axis == 0 ? USUAL_CHANNELS : USUAL_SIDE;
      assumed[axis] = assumed[axis] < 0 ? usual : assumed[axis];
    }
    return Shape.of(assumed);
  }
}
