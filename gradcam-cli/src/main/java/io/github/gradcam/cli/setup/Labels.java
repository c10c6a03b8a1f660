package io.github.gradcam.cli.setup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.gradcam.error.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the classes' names, by index, from the files people keep them in. */
final class Labels {

  private static final Pattern JSON = Pattern.compile("\\s*(\\{|\\[\\s*\")");
  private static final String ID2LABEL = "id2label";
  private static final String LABEL_NAMES = "label_names";
  private static final String PRETRAINED = "pretrained_cfg";

  private Labels() {}

  /** Text with one name a line, or JSON in one of the forms that are known. */
  static List<String> read(Path file) {
    String text = UntrustedText.read(file);
    if (!file.toString().endsWith(".json") && !JSON.matcher(text).lookingAt()) {
      return lines(file, text);
    }
    JsonElement json = UntrustedJson.parse(file, text);
    if (json.isJsonObject()) {
      JsonObject object = json.getAsJsonObject();
      return inConfig(new Settings(file, object)).orElseGet(() -> byIndex(file, object));
    }
    if (json.isJsonArray()) {
      return inOrder(file, json.getAsJsonArray());
    }
    throw wrong(file, "neither an array nor an object");
  }

  /** The names in a {@code config.json} of transformers or timm, if it has any. */
  static Optional<List<String>> inConfig(Settings config) {
    for (String key : List.of(ID2LABEL, LABEL_NAMES)) {
      if (config.has(key)) {
        JsonElement names = config.values().get(key);
        return Optional.of(
            names.isJsonArray()
                ? inOrder(config.file(), names.getAsJsonArray())
                : byIndex(config.file(), config.inside(key).values()));
      }
    }
    return config.has(PRETRAINED) ? inConfig(config.inside(PRETRAINED)) : Optional.empty();
  }

  private static List<String> lines(Path file, String text) {
    List<String> lines = text.stripTrailing().lines().map(String::strip).toList();
    int blank = lines.indexOf("");
    if (blank >= 0) {
      throw wrong(file, lines.size() == 1 ? "nothing" : "no name in line " + (blank + 1));
    }
    if (lines.isEmpty()) {
      throw wrong(file, "nothing");
    }
    return lines;
  }

  private static List<String> inOrder(Path file, JsonArray array) {
    List<String> names = new ArrayList<>();
    for (JsonElement element : array) {
      names.add(name(file, names.size(), element));
    }
    if (names.isEmpty()) {
      throw wrong(file, "nothing");
    }
    return List.copyOf(names);
  }

  private static List<String> byIndex(Path file, JsonObject object) {
    List<String> names = new ArrayList<>();
    for (int index = 0; index < object.size(); index++) {
      String key = Integer.toString(index);
      if (!object.has(key)) {
        throw wrong(
            file,
            "no key \""
                + key
                + "\", though there are "
                + object.size()
                + " keys, which should be the numbers from 0 without a gap");
      }
      names.add(name(file, index, object.get(key)));
    }
    if (names.isEmpty()) {
      throw wrong(file, "nothing");
    }
    return List.copyOf(names);
  }

  /** A name, or Keras's pair of WordNet identifier and name. */
  private static String name(Path file, int index, JsonElement element) {
    boolean pair = element.isJsonArray() && element.getAsJsonArray().size() == 2;
    JsonElement name = pair ? element.getAsJsonArray().get(1) : element;
    if (!name.isJsonPrimitive() || !name.getAsJsonPrimitive().isString()) {
      throw wrong(file, "no text as the name of class " + index);
    }
    String text = name.getAsString();
    if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
      throw wrong(file, "nothing that can be printed as the name of class " + index);
    }
    return text;
  }

  private static InvalidInputException wrong(Path file, String found) {
    return new InvalidInputException(
        "The labels in \""
            + file
            + "\" cannot be used: there is "
            + found
            + ". Expected is one name a line; or JSON: an array of names, {\"0\": name, …}, Keras's"
            + " {\"0\": [id, name], …}, or a config.json with id2label.");
  }
}
