package io.github.gradcam.bench.page.results;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of JSON, and what it should hold, for the error that names both. */
record JsonFile(Path path, String expected) {

  <T> T read(Class<T> type) {
    T value;
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      value = new Gson().fromJson(reader, type);
    } catch (JsonParseException | IOException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
    if (value == null) {
      throw unreadable("the file is empty", null);
    }
    return value;
  }

  ResultsException unreadable(String found, @Nullable Throwable cause) {
    return new ResultsException(
        path,
        "this is not "
            + expected
            + ". Found: "
            + found
            + ". Was the run stopped while it wrote? Run it again, or take the file away.",
        cause);
  }
}
