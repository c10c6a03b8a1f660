package io.github.gradcam.cli.setup;

import io.github.gradcam.image.ChannelOrder;
import io.github.gradcam.image.Preprocessing;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an image processor makes of a pixel's levels from 0 to 255.
 *
 * @param processor the class
 * @param settings what it works with
 */
record ProcessorLevels(ImageProcessor processor, Settings settings) {

  private static final List<Double> ZEROS = List.of(0.0, 0.0, 0.0);
  private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);

  Preprocessing applied(Preprocessing to) {
    double scale = settings.flag("do_rescale") ? settings.number("rescale_factor") : 1;
    if (scale == 0) {
      throw settings.wrong("rescale_factor", "something else than 0");
    }
    // MobileViT's processors know no mean, whatever a file says.
    boolean standardised = settings.flag("do_normalize") && !processor.family().equals("MobileViT");
    List<Double> mean = standardised ? settings.channels("image_mean") : ZEROS;
    List<Double> deviation = standardised ? settings.channels("image_std") : ONES;
    if (settings.flag("do_rescale") && settings.flag("rescale_offset")) {
      mean = mean.stream().map(value -> value + 1).toList();
    }
    if (settings.flag("include_top")) {
      // EfficientNet of Keras divides once more, as its published weights expect.
      deviation = product(deviation, settings.channels("image_std"));
    }
    if (deviation.contains(0.0)) {
      throw settings.wrong("image_std", "without a 0, which nothing can be divided by");
    }
    ChannelOrder order =
        settings.flag("do_flip_channel_order") ? ChannelOrder.BGR : ChannelOrder.RGB;
    return to.withChannels(order, scale, mean, deviation);
  }

  private static List<Double> product(List<Double> left, List<Double> right) {
    return IntStream.range(0, left.size()).mapToObj(i -> left.get(i) * right.get(i)).toList();
  }
}
