package io.github.gradcam.cli.result;

import com.google.gson.stream.JsonWriter;
import io.github.gradcam.Explanation;
import io.github.gradcam.Prediction;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Writes what became of a photo as one JSON object on one line, as {@code docs/reference/json.md}
 * describes it. Keys always come in the same order. Safe for any number of threads.
 *
 * @param gradcamVersion the version of this program
 */
public record ResultJson(String gradcamVersion) {

  /** How many predictions are told of a photo, the most probable first. */
  public static final int PREDICTIONS = 5;

  /**
   * One photo.
   *
   * @param result what became of it
   * @return the object, without a line break
   */
  public String line(PhotoResult result) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("file").value(WellFormed.of(result.file()));
      if (result instanceof ExplainedPhoto photo) {
        explained(photo, json);
      } else if (result instanceof FailedPhoto photo) {
        json.name("error").value(WellFormed.of(photo.error()));
      }
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot be written to.", e);
    }
    return text.toString();
  }

  private void explained(ExplainedPhoto photo, JsonWriter json) throws IOException {
    json.name("predictions").beginArray();
    for (Prediction prediction : photo.predictions().stream().limit(PREDICTIONS).toList()) {
      predicted(prediction, json);
    }
    json.endArray();
    json.name("targets").beginArray();
    for (Explanation explanation : photo.explanations()) {
      TargetJson.write(explanation, json);
    }
    json.endArray();
    ProvenanceJson.write(photo.provenance(), json);
    json.name("gradcamVersion").value(gradcamVersion);
    json.name("milliseconds").value(Math.round(photo.milliseconds() * 1000) / 1000.0);
  }

  private static void predicted(Prediction prediction, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("class").value(prediction.classIndex());
    if (prediction.label().isPresent()) {
      json.name("label").value(WellFormed.of(prediction.label().get()));
    }
    json.name("probability").value(prediction.probability());
    json.endObject();
  }
}
