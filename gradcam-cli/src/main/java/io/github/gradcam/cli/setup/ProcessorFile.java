package io.github.gradcam.cli.setup;

import com.google.gson.JsonObject;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.NearestNames;
import io.github.gradcam.image.Interpolation;
import io.github.gradcam.image.Preprocessing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that says how photos are prepared: the transformers library's {@code
 * preprocessor_config.json}, or a {@code config.json} with timm's {@code pretrained_cfg}.
 *
 * @param settings what stands in it
 */
record ProcessorFile(Settings settings) {

  private static final String TYPE = "image_processor_type";
  private static final String OLD_TYPE = "feature_extractor_type";

  /**
   * Whatever else a class does, these change the input in ways that Preprocessing has no word for.
   */
  private static final List<String> REFUSED =
      List.of(
          "do_pad",
          "do_convert_grayscale",
          "do_grayscale",
          "do_thumbnail",
          "do_align_long_axis",
          "do_color_quantize",
          "do_image_splitting",
          "do_pan_and_scan");

  /** What a class that nobody knows must say, so that nothing is guessed. */
  private static final List<String> EVERYTHING =
      List.of(
          "do_resize",
          "size",
          "resample",
          "do_center_crop",
          "do_rescale",
          "rescale_factor",
          "do_normalize",
          "image_mean",
          "image_std");

  static ProcessorFile read(Path file) {
    return new ProcessorFile(new Settings(file, UntrustedJson.object(file)));
  }

  /** Whether it says anything of photos at all. */
  boolean speaksOfPhotos() {
    JsonObject values = settings.values();
    return TimmConfig.isIn(settings)
        || values.has(TYPE)
        || values.has(OLD_TYPE)
        || values.has("image_mean")
        || values.has("do_resize");
  }

  Preprocessing preprocessing() {
    if (TimmConfig.isIn(settings)) {
      return TimmConfig.of(settings).preprocessing();
    }
    if (!speaksOfPhotos()) {
      throw new InvalidInputException(
          "\""
              + settings.file()
              + "\" does not say how photos are prepared: there is neither \""
              + TYPE
              + "\" nor \"pretrained_cfg\" in it. Name a preprocessor_config.json.");
    }
    for (String key : REFUSED) {
      if (settings.flag(key)) {
        throw settings.wrong(key, "false: gradcam cannot prepare photos like that");
      }
    }
    ImageProcessor processor = processor(ImageProcessors.known());
    Settings working = processor.with(settings);
    Preprocessing resized =
        Preprocessing.torchvision()
            .withResize(new ProcessorResize(processor, working).resize())
            .withInterpolation(interpolation(working));
    return new ProcessorLevels(processor, working)
        .applied(resized)
        .withName(processor.name() + " of " + settings.file().getFileName());
  }

  private ImageProcessor processor(ImageProcessors known) {
    Optional<String> type = type();
    if (type.isEmpty()) {
      return modelType()
          .flatMap(known::ofModelType)
          .or(this::selfExplaining)
          .orElseThrow(this::untyped);
    }
    if (known.refuses(type.get())) {
      throw settings.wrong(
          settings.has(TYPE) ? TYPE : OLD_TYPE,
          "a class that resizes a photo and cuts its centre; this one does more, which gradcam"
              + " cannot do");
    }
    return known
        .named(type.get())
        .or(this::selfExplaining)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "\""
                        + settings.file()
                        + "\" is for the image processor \""
                        + type.get()
                        + "\", which gradcam does not know, and it does not say everything: "
                        + missing()
                        + " missing. "
                        + NearestNames.sentence(NearestNames.of(type.get(), known.names()))));
  }

  private Optional<String> type() {
    return settings.has(TYPE)
        ? Optional.of(settings.text(TYPE))
        : settings.has(OLD_TYPE) ? Optional.of(settings.text(OLD_TYPE)) : Optional.empty();
  }

  /** Files without a class leave it to the model's type, which stands in the config beside. */
  private Optional<String> modelType() {
    Path config = settings.file().resolveSibling("config.json");
    if (!Files.isRegularFile(config)) {
      return Optional.empty();
    }
    Settings model = new Settings(config, UntrustedJson.object(config));
    return model.has("model_type") ? Optional.of(model.text("model_type")) : Optional.empty();
  }

  /** Any class whose file leaves nothing open, unless its code travels with it. */
  private Optional<ImageProcessor> selfExplaining() {
    JsonObject keys = settings.values().deepCopy();
    if (!missing().isEmpty()
        || settings.has("auto_map")
        || !keys.get("size").isJsonObject()
        || keys.keySet().stream().anyMatch(this::doesMore)) {
      return Optional.empty();
    }
    keys.keySet().removeIf(key -> !EVERYTHING.contains(key) && !key.equals("crop_size"));
    return Optional.of(new ImageProcessor(type().orElse("settings"), false, keys));
  }

  private boolean doesMore(String key) {
    return key.startsWith("do_")
        && !EVERYTHING.contains(key)
        && !key.equals("do_convert_rgb")
        && settings.flag(key);
  }

  private List<String> missing() {
    return EVERYTHING.stream().filter(key -> !settings.has(key)).toList();
  }

  private InvalidInputException untyped() {
    return new InvalidInputException(
        "\""
            + settings.file()
            + "\" names no \""
            + TYPE
            + "\", no config.json beside it tells a model_type that is known, and it does not say"
            + " everything itself: "
            + missing()
            + " missing. Add the processor's class to it.");
  }

  private static Interpolation interpolation(Settings working) {
    return PillowFilters.numbered(working.number("resample"))
        .orElseThrow(
            () ->
                working.wrong("resample", "0 (nearest), 1 (Lanczos), 2 (bilinear) or 3 (bicubic)"));
  }
}
