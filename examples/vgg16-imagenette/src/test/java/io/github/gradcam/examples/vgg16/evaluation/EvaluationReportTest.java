package io.github.gradcam.examples.vgg16.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.gradcam.examples.vgg16.RunFolder;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

class EvaluationReportTest {

  private static final String EVIL = "n0/<script>alert(1)</script>&\"'\u0007.JPEG";

  private RunFolder run;

  @BeforeEach
  void begin(@TempDir Path folder) {
    run = new RunFolder(folder.resolve("a run"));
  }

  @Test
  void thePageTellsTheNumbers() throws Exception {
    written();

    String text = text(page().getDocumentElement());

    assertThat(text)
        .contains("98.3\u00a0% of the test photos are recognised: 59 of 60")
        .contains("91.1–99.7\u00a0%")
        .contains("The study that this one grew from reached 91.1\u00a0%")
        .contains("training 99.0\u00a0%")
        .contains("validation 97.5\u00a0%")
        .contains("accuracy PyTorch TensorFlow Deeplearning4j")
        .contains("New to VGG16 (20) 100.0\u00a0%")
        .contains("the 20 that are from ImageNet’s validation photos are new to it")
        .contains("Photos that they take for different things: 0;")
        .contains("chain saw 6 100.0\u00a0% 83.3\u00a0% 90.9\u00a0%")
        .contains("Expected calibration error: 0.318")
        .contains("Taken for garbage truck: 84.1\u00a0%")
        .contains("It is labelled chain saw: 11.4\u00a0%")
        .contains("wall time 1 h 40 min");
  }

  @Test
  void whatIsNotOursIsEscaped() throws Exception {
    written();

    String page = Files.readString(run.report());

    assertThat(page).doesNotContain("<script").doesNotContain("\u0007").doesNotContain("<b>");
    assertThat(text(page().getDocumentElement()))
        .contains(EVIL.replace('\u0007', '\ufffd'))
        .contains("<b>3</b>");
  }

  @Test
  void thePageNeedsNothingElse() throws Exception {
    written();

    List<Element> images = elements("img");

    // Two charts, and a mistake's photo and overlay.
    assertThat(images).hasSize(4);
    for (Element image : images) {
      String address = image.getAttribute("src");
      assertThat(address).startsWith("data:image/").contains(";base64,");
      byte[] bytes = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
      BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(bytes));
      assertThat(decoded.getWidth()).isEqualTo(Integer.parseInt(image.getAttribute("width")));
      assertThat(decoded.getHeight()).isEqualTo(Integer.parseInt(image.getAttribute("height")));
      assertThat(image.getAttribute("alt")).isNotBlank();
    }
    // The photo of 800 x 400 was made small.
    assertThat(images.get(2).getAttribute("width")).isEqualTo("320");
    assertThat(images.get(2).getAttribute("height")).isEqualTo("160");
    assertThat(Files.readString(run.report())).doesNotContain("http://").doesNotContain("https://");
  }

  @Test
  void linksLeadToFilesBesideThePage() throws Exception {
    written();

    List<Element> links = elements("a");

    assertThat(links).hasSize(5);
    for (Element link : links) {
      Path file = Path.of(run.report().toUri().resolve(link.getAttribute("href")));
      assertThat(file).isRegularFile().startsWith(run.root());
    }
  }

  @Test
  void namesOfRegionsAreThere() throws Exception {
    written();

    List<String> ids = elements("h2").stream().map(heading -> heading.getAttribute("id")).toList();

    assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
    for (String kind : List.of("section", "div")) {
      assertThat(elements(kind))
          .filteredOn(element -> element.hasAttribute("aria-labelledby"))
          .isNotEmpty()
          .allMatch(element -> ids.contains(element.getAttribute("aria-labelledby")));
    }
  }

  @Test
  void withoutMistakesThePageSaysSo() throws Exception {
    Predictions right = Said.imagenette("PyTorch").where(PhotoFile::newToVgg16);

    EvaluationReport.write(
        run, Evaluation.of(training(), List.of(right)), List.of(), Map.of("weights", "here"));

    assertThat(text(page().getDocumentElement())).contains("The most confident mistakes There are");
    assertThat(elements("ol")).isEmpty();
  }

  @Test
  void differencesOfEnginesAreNamed() throws Exception {
    List<Answer> answers = new ArrayList<>(Said.imagenette("x").answers());
    answers.set(0, tie(answers.get(0)));

    EvaluationReport.write(
        run,
        Evaluation.of(
            training(),
            List.of(Said.imagenette("PyTorch"), new Predictions("TensorFlow", answers))),
        List.of(),
        Map.of());

    assertThat(text(page().getDocumentElement()))
        .contains("Photos that they take for different things: 1; of them ties,")
        .contains("n0/ILSVRC2012_val_0000.JPEG: tench or parachute (a tie)");
    JsonObject pair = json().getAsJsonArray("agreements").get(0).getAsJsonObject();
    assertThat(pair.get("ties").getAsInt()).isEqualTo(1);
    assertThat(pair.getAsJsonArray("differences").get(0).toString())
        .isEqualTo(
            "{\"photo\":\"n0/ILSVRC2012_val_0000.JPEG\",\"first\":\"tench\","
                + "\"second\":\"parachute\",\"tie\":true}");
    assertThat(json().get("enginesAgree").getAsBoolean()).isTrue();
  }

  @Test
  void numbersAreForProgramsToo() throws IOException {
    written();

    JsonObject json = json();

    assertThat(json.keySet())
        .containsExactly(
            "classes",
            "training",
            "validation",
            "firstStudy",
            "engines",
            "enginesAgree",
            "agreements",
            "classScores",
            "confusion",
            "calibration",
            "mistakes",
            "facts");
    JsonObject test = json.getAsJsonArray("engines").get(2).getAsJsonObject();
    assertThat(test.get("engine").getAsString()).isEqualTo("Deeplearning4j");
    assertThat(test.getAsJsonObject("test").get("correct").getAsInt()).isEqualTo(59);
    assertThat(test.getAsJsonObject("test").get("share").getAsDouble()).isEqualTo(59 / 60.0);
    assertThat(test.getAsJsonObject("newToVgg16").get("total").getAsInt()).isEqualTo(20);
    assertThat(json.getAsJsonObject("firstStudy").get("test").getAsDouble()).isEqualTo(0.911);
    assertThat(json.getAsJsonArray("agreements")).hasSize(3);
    assertThat(json.getAsJsonArray("confusion").get(3).toString())
        .isEqualTo("[0,0,0,5,0,0,1,0,0,0]");
    JsonObject mistake = json.getAsJsonArray("mistakes").get(0).getAsJsonObject();
    assertThat(mistake.get("photo").getAsString()).isEqualTo(EVIL);
    // e^5 / (e^5 + e^3 + 8)
    assertThat(mistake.get("probability").getAsDouble()).isCloseTo(0.840874, within(1e-6));
    assertThat(json.getAsJsonObject("facts").get("epochs").getAsString()).isEqualTo("<b>3</b>");
    assertThat(json.getAsJsonObject("calibration").getAsJsonArray("bins").get(0).toString())
        .isEqualTo("{\"low\":0.0,\"high\":0.06666666666666667,\"photos\":0}");
  }

  @Test
  void chartsAndMatrixAreFilesOfTheirOwn() throws IOException {
    written();

    assertThat(Files.readAllLines(run.confusion()))
        .hasSize(11)
        .contains("chain saw,0,0,0,5,0,0,1,0,0,0");
    assertThat(ImageIO.read(run.confusionPicture().toFile()).getWidth()).isPositive();
    assertThat(ImageIO.read(run.reliabilityPicture().toFile()).getWidth()).isPositive();
  }

  /** The photos, each in a file that is there. */
  private List<PhotoFile> located(List<PhotoFile> photos) throws IOException {
    Path file = run.root().resolve("photo.JPEG");
    Files.createDirectories(run.root());
    Files.write(file, new byte[] {1, 2, 3});
    return photos.stream().map(photo -> new PhotoFile(file, photo.name(), photo.label())).toList();
  }

  /** What {@code evaluate} does, with engines that say the same. */
  private void written() throws IOException {
    List<Predictions> engines = new ArrayList<>();
    for (String engine : List.of("PyTorch", "TensorFlow", "Deeplearning4j")) {
      Predictions said = evil(Said.imagenette(engine));
      Tensor logits = Tensor.stack(said.answers().stream().map(Answer::logits).toList());
      List<PhotoFile> photos = located(said.photos());
      try (PredictionLog log = PredictionLog.open(run, engine, new WeightsDigest("ab"), photos)) {
        log.append(photos, logits);
        engines.add(log.predictions());
      }
    }
    Evaluation evaluation = Evaluation.of(training(), engines);
    List<ShownMistake> mistakes =
        evaluation.mistakes().stream()
            .map(
                answer ->
                    new ShownMistake(
                        answer,
                        new BufferedImage(800, 400, BufferedImage.TYPE_INT_ARGB),
                        new BufferedImage(224, 224, BufferedImage.TYPE_INT_RGB)))
            .toList();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("epochs", "<b>3</b>");
    facts.put("wall time", "1 h 40 min");
    EvaluationReport.write(run, evaluation, mistakes, facts);
  }

  private static Predictions evil(Predictions predictions) {
    return new Predictions(
        predictions.engine(),
        predictions.answers().stream()
            .map(
                answer ->
                    answer.correct()
                        ? answer
                        : new Answer(Said.photo(EVIL, answer.photo().label()), answer.logits()))
            .toList());
  }

  private static Answer tie(Answer answer) {
    float[] logits = answer.logits().toArray();
    logits[9] = Math.nextUp(logits[answer.predicted()]);
    return Said.answer(answer.photo().name(), answer.photo().label(), logits);
  }

  private static TrainingAccuracy training() {
    return new TrainingAccuracy(new Accuracy(7968, 8048), new Accuracy(1386, 1421));
  }

  private JsonObject json() throws IOException {
    return JsonParser.parseString(Files.readString(run.numbers())).getAsJsonObject();
  }

  /** Well-formed, so that a parser of XML reads it: no tag was left open, no text became one. */
  private Document page() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(Files.readString(run.report()).getBytes(UTF_8)));
  }

  private List<Element> elements(String name) throws Exception {
    NodeList nodes = page().getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  /** All text a reader sees, with a space where an element ends. */
  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Text) {
        text.append(child.getTextContent());
      } else if (!child.getNodeName().equals("head")) {
        text.append(text(child)).append(' ');
      }
    }
    return text.toString().replaceAll("[ \\n]+", " ");
  }
}
