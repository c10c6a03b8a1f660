package io.github.gradcam.examples.vgg16;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.github.gradcam.examples.vgg16.training.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a network that was trained, kept beside its weights.
 *
 * @param key of all that it was made from
 * @param settings how it was trained, for people
 * @param outcome how well it does
 */
record TrainedNetwork(String key, Map<String, String> settings, Outcome outcome) {

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  TrainedNetwork {
    settings = Map.copyOf(settings);
  }

  static Optional<TrainedNetwork> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(GSON.fromJson(Files.readString(file), TrainedNetwork.class));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (JsonParseException e) {
      throw new StudyException(
          file + " is damaged: " + e.getMessage() + ". Delete it, and run the step train.");
    }
  }

  void write(Path file) {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(draft, GSON.toJson(this));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
