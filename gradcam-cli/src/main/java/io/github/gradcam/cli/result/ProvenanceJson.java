package io.github.gradcam.cli.result;

import com.google.gson.stream.JsonWriter;
import io.github.gradcam.Provenance;
import java.io.IOException;
import java.util.Locale;

/** Where explanations come from. */
final class ProvenanceJson {

  private ProvenanceJson() {}

  static void write(Provenance from, JsonWriter json) throws IOException {
    json.name("layers").beginArray();
    for (String layer : from.layers()) {
      json.value(WellFormed.of(layer));
    }
    json.endArray();
    json.name("layersChosenAutomatically").value(from.layersChosenAutomatically());
    json.name("method").value(from.method());
    json.name("normalization").value(word(from.normalization()));
    json.name("fusion").value(word(from.fusion()));
    json.name("preprocessing").value(WellFormed.of(from.preprocessing()));
    json.name("model").beginObject();
    json.name("name").value(WellFormed.of(from.model().name()));
    json.name("format").value(from.model().format());
    json.name("device").value(from.model().device().toString());
    json.endObject();
    json.name("backend").beginObject();
    json.name("name").value(from.model().backend());
    json.name("engine").value(from.model().engine());
    json.endObject();
    json.name("computation").beginObject();
    json.name("execution").value(word(from.computation().execution()));
    json.name("details").value(WellFormed.of(from.computation().details()));
    json.endObject();
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
