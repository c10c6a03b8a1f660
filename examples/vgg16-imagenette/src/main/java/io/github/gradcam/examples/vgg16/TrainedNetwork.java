package io.github.gradcam.examples.vgg16;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.gradcam.examples.vgg16.training.Outcome;
import io.github.gradcam.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

  /** Takes a copy, in the same order; a damaged file may lack any of it. */
  TrainedNetwork {
    Objects.requireNonNull(key, "key");
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    Objects.requireNonNull(outcome, "outcome");
  }

  static Optional<TrainedNetwork> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Objects.requireNonNull(
              GSON.fromJson(Files.readString(file), TrainedNetwork.class), "it is empty"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (RuntimeException e) { // Gson's own, and whatever a record lacks
      throw new StudyException(
          file + " is damaged: " + e.getMessage() + ". Delete it, and run the step train.");
    }
  }

  void write(Path file) {
    WholeFile.write(file, out -> out.write(GSON.toJson(this).getBytes(StandardCharsets.UTF_8)));
  }
}
