package io.github.gradcam.cli.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.gradcam.Explanation;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.target.Target;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResultJsonTest {

  private static final Path DOCS = Path.of("..", "docs", "reference");
  private static final ResultJson JSON = new ResultJson("1.2.3");

  private static Demo demo;
  private static BufferedImage cathedral;
  private static JsonSchema schema;

  @BeforeAll
  static void open() throws IOException {
    demo = new Demo();
    cathedral = Demo.photo("worms-cathedral.jpg");
    schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(DOCS.resolve("json-schema.json")));
  }

  @AfterAll
  static void close() {
    demo.close();
  }

  private static JsonObject object(PhotoResult result) {
    String line = JSON.line(result);
    assertThat(schema.validate(line, InputFormat.JSON)).isEmpty();
    return JsonParser.parseString(line).getAsJsonObject();
  }

  @Test
  void aPhotoIsToldWithEverythingAroundIt() {
    ExplainedPhoto photo = demo.explained("a/worms.jpg", cathedral, Target.top(2));
    Explanation first = photo.explanations().get(0);

    JsonObject told = object(photo);

    assertThat(told.get("file").getAsString()).isEqualTo("a/worms.jpg");
    assertThat(told.getAsJsonArray("predictions")).hasSize(5);
    JsonObject prediction = told.getAsJsonArray("predictions").get(0).getAsJsonObject();
    assertThat(prediction.get("class").getAsInt()).isEqualTo(4);
    assertThat(prediction.get("label").getAsString()).isEqualTo("church");
    assertThat(prediction.get("probability").getAsDouble())
        .isEqualTo(first.predictions().get(0).probability());
    assertThat(told.getAsJsonArray("targets")).hasSize(2);
    JsonObject target = told.getAsJsonArray("targets").get(0).getAsJsonObject();
    assertThat(target.get("class").getAsInt()).isEqualTo(4);
    assertThat(target.get("label").getAsString()).isEqualTo("church");
    assertThat(target.get("score").getAsDouble()).isEqualTo(first.value());
    assertThat(target.get("scoreKind").getAsString()).isEqualTo("logit");
    assertThat(target.get("probability").getAsDouble())
        .isEqualTo(first.probability().getAsDouble());
    assertThat(target.get("empty").getAsBoolean()).isFalse();
    assertThat(told.getAsJsonArray("layers").get(0).getAsString())
        .isEqualTo(first.provenance().layers().get(0));
    assertThat(told.get("layersChosenAutomatically").getAsBoolean()).isTrue();
    assertThat(told.get("method").getAsString()).isEqualTo("grad-cam");
    assertThat(told.getAsJsonObject("model").get("name").getAsString())
        .isEqualTo("imagenette-cnn.pt");
    assertThat(told.getAsJsonObject("backend").get("engine").getAsString())
        .startsWith("PyTorch 2.");
    assertThat(told.get("preprocessing").getAsString()).isEqualTo("torchvision, adapted");
    assertThat(told.get("gradcamVersion").getAsString()).isEqualTo("1.2.3");
    assertThat(told.get("milliseconds").getAsDouble()).isEqualTo(12.346);
  }

  @Test
  void withoutLabelsNoLabelIsInvented() {
    JsonObject told = object(demo.withoutLabels("worms.jpg", cathedral, Target.ofClass(3)));

    JsonObject target = told.getAsJsonArray("targets").get(0).getAsJsonObject();
    assertThat(target.keySet())
        .containsExactly("description", "class", "score", "scoreKind", "probability", "empty");
    assertThat(target.get("description").getAsString()).isEqualTo("class 3");
    assertThat(told.getAsJsonArray("predictions").get(0).getAsJsonObject().keySet())
        .containsExactly("class", "probability");
  }

  @Test
  void aScoreThatBelongsToNoClassHasNoClass() {
    JsonObject told = object(demo.withoutClasses("depth.png", cathedral));

    assertThat(told.getAsJsonArray("predictions")).isEmpty();
    JsonObject target = told.getAsJsonArray("targets").get(0).getAsJsonObject();
    assertThat(target.keySet()).containsExactly("description", "score", "scoreKind", "empty");
    assertThat(target.get("score").getAsDouble()).isEqualTo(-3.5);
  }

  @Test
  void aFailedPhotoIsItsFileAndItsError() {
    String line = JSON.line(new FailedPhoto("a \"b\"\n<c>.jpg", "It is empty. Copy it again."));

    assertThat(line)
        .isEqualTo(
            "{\"file\":\"a \\\"b\\\"\\n<c>.jpg\",\"error\":\"It is empty. Copy it again.\"}");
    assertThat(schema.validate(line, InputFormat.JSON)).isEmpty();
  }

  @Test
  void halfACharacterIsReplacedAndWholeOnesStay() {
    String line = JSON.line(new FailedPhoto("\ud83d\udc15 \ud83d.jpg", "\udc15"));

    assertThat(line).isEqualTo("{\"file\":\"\ud83d\udc15 \ufffd.jpg\",\"error\":\"\ufffd\"}");
  }

  @Test
  void theSchemaRefusesWhatIsNotToldOfPhotos() {
    JsonObject told = object(demo.explained("worms.jpg", cathedral, Target.predicted()));

    for (String key : Set.copyOf(told.keySet())) {
      JsonObject less = told.deepCopy();
      less.remove(key);
      assertThat(schema.validate(less.toString(), InputFormat.JSON))
          .as("without " + key)
          .isNotEmpty();
    }
    told.addProperty("more", 1);
    assertThat(schema.validate(told.toString(), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void theExamplesOfThePageHaveTheKeysThatAreToldInTheirOrder() throws IOException {
    Matcher example =
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCS.resolve("json.md")));
    List<String> examples = new ArrayList<>();
    while (example.find()) {
      examples.add(example.group(1));
    }

    assertThat(examples).hasSize(2);
    assertThat(examples)
        .allSatisfy(text -> assertThat(schema.validate(text, InputFormat.JSON)).isEmpty());
    assertThat(keys(JsonParser.parseString(examples.get(0))))
        .isEqualTo(keys(object(demo.explained("worms.jpg", cathedral, Target.top(2)))));
    assertThat(keys(JsonParser.parseString(examples.get(1))))
        .isEqualTo(keys(object(new FailedPhoto("a", "b"))));
  }

  @Test
  void thePageExplainsEveryKeyOfTheSchema() throws IOException {
    String page = Files.readString(DOCS.resolve("json.md"));
    JsonObject definitions =
        JsonParser.parseString(Files.readString(DOCS.resolve("json-schema.json")))
            .getAsJsonObject()
            .getAsJsonObject("$defs");
    Set<String> keys = new TreeSet<>();
    for (JsonElement definition : definitions.asMap().values()) {
      JsonObject properties = definition.getAsJsonObject().getAsJsonObject("properties");
      if (properties != null) {
        keys.addAll(properties.keySet());
      }
    }

    assertThat(keys)
        .hasSizeGreaterThan(20)
        .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  @Test
  void anExplainedPhotoHasAnExplanationAndATime() {
    assertThatThrownBy(() -> new ExplainedPhoto("a.jpg", List.of(), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no explanation");
    List<Explanation> one = demo.explained("a", cathedral, Target.predicted()).explanations();
    assertThatThrownBy(() -> new ExplainedPhoto("a.jpg", one, Double.NaN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("NaN milliseconds");
  }

  /** The keys in their order, with those of the first element of arrays. */
  private static List<String> keys(JsonElement element) {
    List<String> keys = new ArrayList<>();
    if (element instanceof JsonArray array && !array.isEmpty()) {
      keys.addAll(keys(array.get(0)));
    } else if (element instanceof JsonObject object) {
      object
          .asMap()
          .forEach(
              (key, value) -> {
                keys.add(key);
                keys(value).forEach(inner -> keys.add(key + "." + inner));
              });
    }
    return keys;
  }
}
