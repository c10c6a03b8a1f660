package io.github.gradcam.cli.setup;

import com.google.gson.JsonObject;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.image.Interpolation;
import io.github.gradcam.image.Preprocessing;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that says how photos are prepared: the transformers library's {@code
 * preprocessor_config.json}, or a {@code config.json} with timm's {@code pretrained_cfg}.
 *
 * @param settings what stands in it
 */
record ProcessorFile(Settings settings) {

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

  static ProcessorFile read(Path file) {
    return new ProcessorFile(new Settings(file, UntrustedJson.object(file)));
  }

  /** Whether it says anything of photos at all. */
  boolean speaksOfPhotos() {
    JsonObject values = settings.values();
    return TimmConfig.isIn(settings)
        || values.has(ProcessorClass.TYPE)
        || values.has(ProcessorClass.OLD_TYPE)
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
              + ProcessorClass.TYPE
              + "\" nor \"pretrained_cfg\" in it. Name a preprocessor_config.json.");
    }
    for (String key : REFUSED) {
      if (settings.flag(key)) {
        throw settings.wrong(key, "false: gradcam cannot prepare photos like that");
      }
    }
    ImageProcessor processor = new ProcessorClass(settings).among(ImageProcessors.known());
    Settings working = processor.with(settings);
    Preprocessing resized =
        Preprocessing.torchvision()
            .withResize(new ProcessorResize(processor, working).resize())
            .withInterpolation(interpolation(working));
    return new ProcessorLevels(processor, working)
        .applied(resized)
        .withName(processor.name() + " of " + settings.file().getFileName());
  }

  private static Interpolation interpolation(Settings working) {
    return PillowFilters.numbered(working.number("resample"))
        .orElseThrow(
            () ->
                working.wrong("resample", "0 (nearest), 1 (Lanczos), 2 (bilinear) or 3 (bicubic)"));
  }
}
