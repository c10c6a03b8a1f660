package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.rule.Layout;
import io.github.gradcam.tensor.Shape;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a network takes, as far as its configuration tells.
 *
 * @param sides how long one image's axes may be, as the API has them: {@code [C, H, W]}
 * @param layout where the network has the channels
 * @param flat whether the network itself takes an image as one row of numbers, channel by channel
 */
public record ImageInput(List<Side> sides, Layout layout, boolean flat) {

  /** Whether a batch can be one of such images. */
  public boolean fits(Shape batch) {
    if (batch.rank() != sides.size() + 1) {
      return false;
    }
    for (int axis = 0; axis < sides.size(); axis++) {
      if (!sides.get(axis).takes(batch.length(axis + 1))) {
        return false;
      }
    }
    return true;
  }

  /** A sentence. */
  public String wanted() {
    return "It wants [N, "
        + sides.stream().map(Side::toString).collect(Collectors.joining(", "))
        + "].";
  }

  /** The shape of one image that is assumed where nobody says otherwise. */
  public Shape assumed() {
    return Shape.of(sides.stream().mapToInt(Side::usual).toArray());
  }
}
