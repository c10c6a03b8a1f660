package io.github.gradcam.bench.page.results;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The comparison as Gson reads it: whatever the file leaves out is null. */
record PeersFile(
    @Nullable JsonObject host,
    @Nullable JsonObject versions,
    int rounds,
    int threads,
    @Nullable List<Agreement> agreement,
    @Nullable List<Row> measurements) {

  record Row(
      @Nullable String question,
      @Nullable String network,
      int batch,
      @Nullable String who,
      @Nullable String unit,
      @Nullable List<Double> values) {

    Measurement measurement(JsonFile file) {
      if (question == null || who == null || values == null || values.isEmpty()) {
        throw file.unreadable("a measurement without question, who or values: " + this, null);
      }
      return new Measurement(
          question, named(network), batch, who, named(unit), List.copyOf(values));
    }

    private static String named(@Nullable String text) {
      return Objects.requireNonNullElse(text, "");
    }
  }

  Peers peers(JsonFile file) {
    return new Peers(
        Host.of(Objects.requireNonNullElseGet(host, JsonObject::new)),
        Host.of(Objects.requireNonNullElseGet(versions, JsonObject::new)),
        rounds,
        threads,
        agreement == null ? List.of() : List.copyOf(agreement),
        Stream.ofNullable(measurements)
            .flatMap(List::stream)
            .map(row -> row.measurement(file))
            .toList());
  }
}
