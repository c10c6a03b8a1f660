package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.NearestNames;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * How a photo becomes a network's input: resized and cropped, then each channel as {@code (level ×
 * scale − mean) / deviation} in float32, where levels go from 0 to 255.
 *
 * <p>It must be what the network was trained with, or its predictions, and with them the maps, are
 * wrong. Immutable; safe for any number of threads. The {@code with…} methods give changed copies.
 *
 * @param name for reports
 * @param resize how the photo is brought to the input's size
 * @param interpolation how pixels between pixels are found
 * @param channels which channels, in which order
 * @param scale what levels are multiplied by first
 * @param mean what is subtracted then, one number a channel in the network's order
 * @param deviation what is divided by last, one number a channel in the network's order
 */
public record Preprocessing(
    String name,
    Resize resize,
    Interpolation interpolation,
    ChannelOrder channels,
    double scale,
    List<Double> mean,
    List<Double> deviation) {

  private static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);
  private static final List<Double> IMAGENET_DEVIATION = List.of(0.229, 0.224, 0.225);
  private static final List<Double> ZEROS = List.of(0.0, 0.0, 0.0);
  private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);
  private static final Resize SQUASH_224 = new Resize.Squash(224, 224);
  private static final String ADAPTED = ", adapted";

  /** Checks that there is one mean and one deviation a channel, and that all numbers are finite. */
  public Preprocessing {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != channels.count() || deviation.size() != channels.count()) {
      throw new InvalidInputException(
          channels
              + " needs "
              + channels.count()
              + " means and deviations, but there are "
              + mean.size()
              + " means and "
              + deviation.size()
              + " deviations. Give one a channel.");
    }
    if (!Double.isFinite(scale) || scale == 0 || !mean.stream().allMatch(Double::isFinite)) {
      throw new InvalidInputException(
          "Scale and means must be finite and the scale not 0, but the scale is "
              + scale
              + " and the means are "
              + mean
              + ".");
    }
    if (!deviation.stream().allMatch(value -> Double.isFinite(value) && value != 0)) {
      throw new InvalidInputException(
          "Deviations must be finite and not 0, but are " + deviation + ".");
    }
  }

  /**
   * torchvision's ImageNet weights: shorter side to 256 with antialiasing, centre 224 x 224, RGB
   * from 0 to 1, ImageNet's mean and deviation.
   */
  public static Preprocessing torchvision() {
    return new Preprocessing(
        "torchvision",
        new Resize.CentreCrop(256, 224, 224),
        Interpolation.ANTIALIASED_BILINEAR,
        ChannelOrder.RGB,
        1 / 255.0,
        IMAGENET_MEAN,
        IMAGENET_DEVIATION);
  }

  /**
   * Keras's {@code preprocess_input} with mode {@code caffe} (VGG, ResNet): BGR from 0 to 255 less
   * ImageNet's mean. Resized to 224 x 224 without antialiasing, as {@code tf.image.resize} does;
   * Keras's {@code load_img} takes {@link Interpolation#NEAREST} unless told otherwise.
   */
  public static Preprocessing kerasCaffe() {
    return new Preprocessing(
        "keras-caffe",
        SQUASH_224,
        Interpolation.BILINEAR,
        ChannelOrder.BGR,
        1,
        List.of(103.939, 116.779, 123.68),
        ONES);
  }

  /**
   * Keras's {@code preprocess_input} with mode {@code tf} (MobileNet, Inception, Xception): RGB
   * from −1 to 1, resized without antialiasing as by {@link #kerasCaffe()}.
   */
  public static Preprocessing kerasTf() {
    return new Preprocessing(
        "keras-tf", SQUASH_224, Interpolation.BILINEAR, ChannelOrder.RGB, 1 / 127.5, ONES, ONES);
  }

  /**
   * Keras's {@code preprocess_input} with mode {@code torch} (DenseNet): RGB from 0 to 1,
   * ImageNet's mean and deviation, resized without antialiasing as by {@link #kerasCaffe()}.
   */
  public static Preprocessing kerasTorch() {
    return new Preprocessing(
        "keras-torch",
        SQUASH_224,
        Interpolation.BILINEAR,
        ChannelOrder.RGB,
        1 / 255.0,
        IMAGENET_MEAN,
        IMAGENET_DEVIATION);
  }

  /**
   * For networks of Keras that scale their input themselves (EfficientNet, ConvNeXt, MobileNetV3,
   * any that begins with {@code Rescaling}): RGB from 0 to 255, resized without antialiasing as by
   * {@link #kerasCaffe()}.
   */
  public static Preprocessing kerasRaw() {
    return new Preprocessing(
        "keras-raw", SQUASH_224, Interpolation.BILINEAR, ChannelOrder.RGB, 1, ZEROS, ONES);
  }

  /** RGB from 0 to 1 and nothing more, the whole photo resized to 224 x 224 with antialiasing. */
  public static Preprocessing zeroToOne() {
    return new Preprocessing(
        "zero-to-one",
        SQUASH_224,
        Interpolation.ANTIALIASED_BILINEAR,
        ChannelOrder.RGB,
        1 / 255.0,
        ZEROS,
        ONES);
  }

  /** All presets, each under its own name. */
  public static List<Preprocessing> presets() {
    return List.of(torchvision(), kerasCaffe(), kerasTf(), kerasTorch(), kerasRaw(), zeroToOne());
  }

  /**
   * The preset with a name.
   *
   * @param name as {@link #name()} gives it
   * @return the preset
   * @throws InvalidInputException if there is none; the message offers the nearest names
   */
  public static Preprocessing named(String name) {
    return presets().stream()
        .filter(preset -> preset.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no preset \""
                        + name
                        + "\". "
                        + NearestNames.sentence(
                            NearestNames.of(
                                name, presets().stream().map(Preprocessing::name).toList()))));
  }

  /**
   * Makes a photo ready.
   *
   * @param photo a photo of any size and kind; transparency is composited on white
   * @return the input {@code [C, H, W]} and where it lies on the photo
   */
  public Prepared prepare(BufferedImage photo) {
    Pixels pixels = Pixels.toRead(photo);
    Layout layout = Layouts.of(resize, pixels.width(), pixels.height());
    int plane = resize.width() * resize.height();
    float[] values = new float[channels.count() * plane];
    if (resize instanceof Resize.Letterbox letterbox) {
      Arrays.fill(values, letterbox.ground());
    }
    Pixels wanted = channels == ChannelOrder.GREY ? pixels.grey() : pixels;
    interpolation.resampler().resample(wanted, layout, channels, values);
    for (int channel = 0; channel < channels.count(); channel++) {
      standardise(values, channel * plane, (channel + 1) * plane, channel);
    }
    Shape shape = Shape.of(channels.count(), resize.height(), resize.width());
    return new Prepared(Tensor.of(shape, values), layout.placement());
  }

  private void standardise(float[] values, int from, int to, int channel) {
    float subtracted = mean.get(channel).floatValue();
    float divisor = deviation.get(channel).floatValue();
    if (interpolation.givesWholeLevels()) {
      float[] known = new float[256];
      for (int level = 0; level < known.length; level++) {
        known[level] = standardised(level, scale, subtracted, divisor);
      }
      for (int i = from; i < to; i++) {
        values[i] = known[(int) values[i]];
      }
    } else {
      for (int i = from; i < to; i++) {
        values[i] = standardised(values[i], scale, subtracted, divisor);
      }
    }
  }

  /** In float32 step by step, so that every bit is what the Python libraries compute. */
  private static float standardised(float level, double scale, float subtracted, float divisor) {
    return ((float) (level * scale) - subtracted) / divisor;
  }

  /**
   * A copy for another input size, resized in the same way.
   *
   * @param width the input's width
   * @param height the input's height
   * @return the copy
   */
  public Preprocessing withSize(int width, int height) {
    return withResize(resize.withSize(width, height));
  }

  /**
   * A copy that brings photos to the input's size in another way.
   *
   * @param resize the way
   * @return the copy
   */
  public Preprocessing withResize(Resize resize) {
    return new Preprocessing(adapted(), resize, interpolation, channels, scale, mean, deviation);
  }

  /**
   * A copy that finds pixels between pixels in another way.
   *
   * @param interpolation the way
   * @return the copy
   */
  public Preprocessing withInterpolation(Interpolation interpolation) {
    return new Preprocessing(adapted(), resize, interpolation, channels, scale, mean, deviation);
  }

  /**
   * A copy with other channels and numbers.
   *
   * @param channels which channels, in which order
   * @param scale what levels from 0 to 255 are multiplied by first
   * @param mean what is subtracted then, one number a channel in the network's order
   * @param deviation what is divided by last, one number a channel in the network's order
   * @return the copy
   */
  public Preprocessing withChannels(
      ChannelOrder channels, double scale, List<Double> mean, List<Double> deviation) {
    return new Preprocessing(adapted(), resize, interpolation, channels, scale, mean, deviation);
  }

  /**
   * A copy under a name of its own.
   *
   * @param name the name
   * @return the copy
   */
  public Preprocessing withName(String name) {
    return new Preprocessing(name, resize, interpolation, channels, scale, mean, deviation);
  }

  private String adapted() {
    return name.endsWith(ADAPTED) ? name : name + ADAPTED;
  }
}
