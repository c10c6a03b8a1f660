package io.github.gradcam.cli.setup;

import com.google.gson.JsonObject;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.NearestNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which image processor a file is for.
 *
 * @param settings what stands in the file
 */
record ProcessorClass(Settings settings) {

  static final String TYPE = "image_processor_type";
  static final String OLD_TYPE = "feature_extractor_type";

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

  /** The class; an error if it is none that can be followed. */
  ImageProcessor among(ImageProcessors known) {
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
}
