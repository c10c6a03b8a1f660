package io.github.gradcam.cli.setup;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The image processors of the transformers library, from a table that the library itself wrote. */
final class ImageProcessors {

  private static final String TABLE = "processors.json";

  private final JsonObject table;

  private ImageProcessors(JsonObject table) {
    this.table = table;
  }

  /** Reads the table; tools/huggingface makes it. */
  static ImageProcessors known() {
    try (InputStream in =
        Objects.requireNonNull(ImageProcessors.class.getResourceAsStream(TABLE), TABLE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new ImageProcessors(UntrustedJson.parse(Path.of(TABLE), text).getAsJsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class of that name, today's or that of older files ({@code ViTFeatureExtractor}). */
  Optional<ImageProcessor> named(String name) {
    String today = today(name);
    JsonObject classes = table.getAsJsonObject("classes");
    if (!classes.has(today)) {
      return Optional.empty();
    }
    JsonObject row = classes.getAsJsonObject(today);
    return Optional.of(
        new ImageProcessor(
            today, row.get("square").getAsBoolean(), row.getAsJsonObject("defaults")));
  }

  /** The class that the library takes for a model type ({@code vit}, {@code resnet}). */
  Optional<ImageProcessor> ofModelType(String type) {
    JsonObject models = table.getAsJsonObject("models");
    return models.has(type) ? named(models.get(type).getAsString()) : Optional.empty();
  }

  /** Whether the library has the class and it does more than one resize and one crop. */
  boolean refuses(String name) {
    return StreamSupport.stream(table.getAsJsonArray("refused").spliterator(), false)
        .anyMatch(element -> element.getAsString().equals(today(name)));
  }

  /** The names of all classes, in the order of the alphabet. */
  Set<String> names() {
    return table.getAsJsonObject("classes").keySet();
  }

  private static String today(String name) {
    return name.replaceAll("FeatureExtractor$", "ImageProcessor");
  }
}
