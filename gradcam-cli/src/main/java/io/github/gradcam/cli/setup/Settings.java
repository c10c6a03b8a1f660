package io.github.gradcam.cli.setup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.gradcam.error.InvalidInputException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a JSON object, each asked for as what it should be.
 *
 * @param file for errors
 * @param values the object
 */
record Settings(Path file, JsonObject values) {

  /** More than any network's input; it keeps a stranger's file from asking for gigabytes. */
  private static final int LARGEST = 1 << 14;

  /** Whether the key is there and not null. */
  boolean has(String key) {
    return values.has(key) && !values.get(key).isJsonNull();
  }

  /** A flag; absent and null are false. */
  boolean flag(String key) {
    if (!has(key)) {
      return false;
    }
    JsonElement value = values.get(key);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      throw wrong(key, "true or false");
    }
    return value.getAsBoolean();
  }

  String text(String key) {
    JsonElement value = present(key, "a text");
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw wrong(key, "a text");
    }
    return value.getAsString();
  }

  double number(String key) {
    return number(key, present(key, "a number"), "a number");
  }

  /** A number of pixels. */
  int length(String key) {
    return length(key, present(key, "a number of pixels"));
  }

  /** An array of numbers of pixels. */
  List<Integer> lengths(String key) {
    JsonElement value = present(key, "an array of numbers of pixels");
    if (!value.isJsonArray()) {
      throw wrong(key, "an array of numbers of pixels");
    }
    List<Integer> lengths = new ArrayList<>();
    value.getAsJsonArray().forEach(element -> lengths.add(length(key, element)));
    return List.copyOf(lengths);
  }

  /** Three numbers, one a channel; a single one is for all. */
  List<Double> channels(String key) {
    String expected = "a number, or an array of one or three";
    JsonElement value = present(key, expected);
    JsonArray array = new JsonArray();
    if (value.isJsonArray()) {
      array = value.getAsJsonArray();
    } else {
      array.add(value);
    }
    if (array.size() != 1 && array.size() != 3) {
      throw wrong(key, expected);
    }
    List<Double> numbers = new ArrayList<>();
    for (int channel = 0; channel < 3; channel++) {
      numbers.add(number(key, array.get(array.size() == 1 ? 0 : channel), expected));
    }
    return List.copyOf(numbers);
  }

  /** An object inside this one. */
  Settings inside(String key) {
    JsonElement value = present(key, "an object {…}");
    if (!value.isJsonObject()) {
      throw wrong(key, "an object {…}");
    }
    return new Settings(file, value.getAsJsonObject());
  }

  /** The error that a key has a value that cannot be used. */
  InvalidInputException wrong(String key, String expected) {
    String found = values.has(key) ? shown(values.get(key)) : "missing";
    return new InvalidInputException(
        "In \"" + file + "\", \"" + key + "\" is " + found + ", but should be " + expected + ".");
  }

  private JsonElement present(String key, String expected) {
    if (!has(key)) {
      throw wrong(key, expected);
    }
    return values.get(key);
  }

  private double number(String key, JsonElement value, String expected) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw wrong(key, expected);
    }
    double number = value.getAsDouble();
    if (!Double.isFinite(number)) {
      throw wrong(key, "within the range of a double");
    }
    return number;
  }

  private int length(String key, JsonElement value) {
    double number = number(key, value, "a number of pixels");
    BigDecimal exact = BigDecimal.valueOf(number);
    if (number < 1 || number > LARGEST || exact.stripTrailingZeros().scale() > 0) {
      throw wrong(key, "whole numbers of pixels from 1 to " + LARGEST);
    }
    return (int) number;
  }

  private static String shown(JsonElement value) {
    String text = value.toString();
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
