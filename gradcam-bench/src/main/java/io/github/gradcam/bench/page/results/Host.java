package io.github.gradcam.bench.page.results;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What was measured on: whatever the file says, in its order.
 *
 * @param facts a name and a value each
 */
public record Host(List<Fact> facts) {

  /**
   * One thing to know.
   *
   * @param name what it is
   * @param value how it is
   */
  public record Fact(String name, String value) {}

  static Host of(JsonObject json) {
    List<Fact> facts = new ArrayList<>();
    collect("", json, facts);
    return new Host(facts);
  }

  private static void collect(String outer, JsonObject json, List<Fact> facts) {
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      String name = (outer + " " + entry.getKey().replace('_', ' ')).strip();
      JsonElement value = entry.getValue();
      if (value.isJsonObject()) {
        collect(name, value.getAsJsonObject(), facts);
      } else if (!value.isJsonNull()) {
        facts.add(new Fact(name, text(value)));
      }
    }
  }

  private static String text(JsonElement value) {
    if (!value.isJsonArray()) {
      return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }
    return StreamSupport.stream(value.getAsJsonArray().spliterator(), false)
        .map(Host::text)
        .collect(Collectors.joining(", "));
  }
}
