package io.github.gradcam.cli.setup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.gradcam.error.InvalidInputException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * JSON that anybody may have written: only what the standard allows, no key twice, not deeper than
 * a person would nest it.
 */
final class UntrustedJson {

  private static final int DEPTH = 32;

  /** More than any double needs; numbers of millions of digits take hours to read. */
  private static final int DIGITS = 64;

  private final Path file;
  private final JsonReader reader;

  private UntrustedJson(Path file, JsonReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /** Parses the text of a file, whose name is for errors. */
  static JsonElement parse(Path file, String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEPTH);
    UntrustedJson json = new UntrustedJson(file, reader);
    try {
      JsonElement value = json.value();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw json.wrong("there is more behind its end", null);
      }
      return value;
    } catch (IOException | NumberFormatException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw json.wrong(said, e);
    }
  }

  /** Parses a file that must hold an object. */
  static JsonObject object(Path file) {
    JsonElement value = parse(file, UntrustedText.read(file));
    if (!value.isJsonObject()) {
      throw new InvalidInputException(
          "\""
              + file
              + "\" holds no JSON object {…}. Name a preprocessor_config.json or config.json as the"
              + " transformers library saves it.");
    }
    return value.getAsJsonObject();
  }

  private JsonElement value() throws IOException {
    return switch (reader.peek()) {
      case BEGIN_ARRAY -> array();
      case BEGIN_OBJECT -> members();
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw wrong("it ends too early", null);
    };
  }

  private JsonPrimitive number(String digits) {
    if (digits.length() > DIGITS) {
      throw wrong("a number has " + digits.length() + " digits", null);
    }
    return new JsonPrimitive(new BigDecimal(digits));
  }

  private JsonArray array() throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(value());
    }
    reader.endArray();
    return array;
  }

  private JsonObject members() throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (object.has(name)) {
        throw wrong("the key \"" + name + "\" stands there twice", null);
      }
      object.add(name, value());
    }
    reader.endObject();
    return object;
  }

  private InvalidInputException wrong(String found, @Nullable Exception cause) {
    String message =
        "\""
            + file
            + "\" is not the JSON it should be: "
            + found
            + ". Write it anew, with NaN and comments nowhere and each key once.";
    return cause == null
        ? new InvalidInputException(message)
        : new InvalidInputException(message, cause);
  }
}
