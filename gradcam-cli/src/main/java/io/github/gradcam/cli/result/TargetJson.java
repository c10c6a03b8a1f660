package io.github.gradcam.cli.result;

import com.google.gson.stream.JsonWriter;
import io.github.gradcam.Explanation;
import io.github.gradcam.Prediction;
import io.github.gradcam.model.OutputKind;
import java.io.IOException;
import java.util.Optional;

/** One score that was explained; what belongs to a class is left out where it belongs to none. */
final class TargetJson {

  private TargetJson() {}

  static void write(Explanation explanation, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("description").value(WellFormed.of(explanation.score().description()));
    if (explanation.score().classIndex().isPresent()) {
      int classIndex = explanation.score().classIndex().getAsInt();
      json.name("class").value(classIndex);
      Optional<String> label = label(explanation, classIndex);
      if (label.isPresent()) {
        json.name("label").value(WellFormed.of(label.get()));
      }
    }
    json.name("score").value(explanation.value());
    json.name("scoreKind").value(kind(explanation.scoreKind()));
    if (explanation.probability().isPresent()) {
      json.name("probability").value(explanation.probability().getAsDouble());
    }
    json.name("empty").value(explanation.heatmap().isEmpty());
    json.endObject();
  }

  private static Optional<String> label(Explanation explanation, int classIndex) {
    return explanation.predictions().stream()
        .filter(prediction -> prediction.classIndex() == classIndex)
        .findFirst()
        .flatMap(Prediction::label);
  }

  private static String kind(OutputKind kind) {
    return switch (kind) {
      case LOGITS -> "logit";
      case SIGMOID_LOGITS -> "sigmoid-logit";
      case PROBABILITIES -> "probability";
    };
  }
}
