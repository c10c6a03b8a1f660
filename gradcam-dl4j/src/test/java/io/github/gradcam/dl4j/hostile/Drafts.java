package io.github.gradcam.dl4j.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.DecimalNode;
import org.nd4j.shade.jackson.databind.node.DoubleNode;
import org.nd4j.shade.jackson.databind.node.IntNode;
import org.nd4j.shade.jackson.databind.node.LongNode;
import org.nd4j.shade.jackson.databind.node.NullNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;
import org.nd4j.shade.jackson.databind.node.TextNode;

/** Configurations in which single values are others, and that are JSON still. */
final class Drafts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<JsonNode> NUMBERS =
      List.of(
          IntNode.valueOf(0),
          IntNode.valueOf(1),
          IntNode.valueOf(2),
          IntNode.valueOf(3),
          IntNode.valueOf(-1),
          IntNode.valueOf(-7),
          IntNode.valueOf(255),
          IntNode.valueOf(65536),
          IntNode.valueOf(Integer.MAX_VALUE),
          IntNode.valueOf(Integer.MIN_VALUE),
          LongNode.valueOf(Long.MAX_VALUE),
          LongNode.valueOf(1L << 32),
          DoubleNode.valueOf(0.5),
          DoubleNode.valueOf(-1e300),
          DecimalNode.valueOf(new java.math.BigDecimal("1e999")),
          TextNode.valueOf("NaN"),
          TextNode.valueOf("Infinity"));

  /** A value, and where it stands. */
  private record Place(JsonNode parent, String field, int index, JsonNode value) {

    void put(JsonNode other) {
      if (parent instanceof ObjectNode object) {
        object.set(field, other);
      } else {
        ((ArrayNode) parent).set(index, other);
      }
    }

    void remove() {
      if (parent instanceof ObjectNode object) {
        object.remove(field);
      } else {
        ((ArrayNode) parent).remove(index);
      }
    }
  }

  private Drafts() {}

  /** Numbers that are other numbers. */
  static byte[] numbers(byte[] json, Random random) throws IOException {
    JsonNode root = JSON.readTree(json);
    List<Place> places = places(root).stream().filter(place -> place.value.isNumber()).toList();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      any(places, random).put(any(NUMBERS, random));
    }
    return written(root);
  }

  /** Texts that stand in the place of other texts: names, classes and constants. */
  static byte[] texts(byte[] json, Random random) throws IOException {
    JsonNode root = JSON.readTree(json);
    List<Place> places = places(root).stream().filter(place -> place.value.isTextual()).toList();
    Place one = any(places, random);
    List<Place> alike =
        random.nextInt(4) == 0
            ? places
            : places.stream().filter(place -> place.field.equals(one.field)).toList();
    one.put(any(alike, random).value);
    return written(root);
  }

  /** Values that are missing, nothing, of another kind, or those of another place. */
  static byte[] values(byte[] json, Random random) throws IOException {
    JsonNode root = JSON.readTree(json);
    List<Place> places = places(root);
    Place one = any(places, random);
    switch (random.nextInt(5)) {
      case 0 -> one.remove();
      case 1 -> one.put(NullNode.instance);
      case 2 -> one.put(any(places, random).value.deepCopy());
      case 3 -> {
        if (one.value instanceof ArrayNode list && !list.isEmpty()) {
          list.add(list.get(random.nextInt(list.size())).deepCopy());
        } else {
          one.put(JSON.createArrayNode().add(one.value));
        }
      }
      default -> one.put(random.nextBoolean() ? JSON.createObjectNode() : JSON.createArrayNode());
    }
    return written(root);
  }

  private static List<Place> places(JsonNode root) {
    List<Place> places = new ArrayList<>();
    add(root, places);
    return places;
  }

  private static void add(JsonNode parent, List<Place> places) {
    if (parent instanceof ObjectNode object) {
      object
          .fields()
          .forEachRemaining(
              field -> {
                places.add(new Place(parent, field.getKey(), 0, field.getValue()));
                add(field.getValue(), places);
              });
    } else if (parent instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        places.add(new Place(parent, "", i, list.get(i)));
        add(list.get(i), places);
      }
    }
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static byte[] written(JsonNode root) {
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }
}
