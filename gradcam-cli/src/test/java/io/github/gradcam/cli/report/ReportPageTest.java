package io.github.gradcam.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.gradcam.cli.result.Demo;
import io.github.gradcam.cli.result.FailedPhoto;
import io.github.gradcam.cli.result.PhotoResult;
import io.github.gradcam.image.Overlay;
import io.github.gradcam.target.Target;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The report in a real browser")
class ReportPageTest {

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final String HOSTILE =
      "</bdi><script>document.title='taken'</script>\"'&amp;\ud83d\udc15\ud83d\u0000.jpg";

  @TempDir static Path folder;

  private static URI page;
  private static Chromium browser;
  private Tab tab;

  @BeforeAll
  static void open() throws IOException {
    Optional<Path> program = Chromium.program();
    assumeTrue(
        program.isPresent(),
        "There is no chromium, chromium-browser or google-chrome on the PATH, so the report was not"
            + " opened in a browser.");
    BufferedImage grey = new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB);
    grey.setRGB(0, 0, 200, 150, IntStream.generate(() -> 0x808080).limit(30_000).toArray(), 0, 200);
    try (Demo demo = new Demo()) {
      page =
          written(
              List.of(
                  demo.explained("worms.jpg", Demo.photo("worms-cathedral.jpg"), Target.top(3)),
                  demo.explained("dog.jpg", Demo.photo("dog.jpg"), Target.predicted()),
                  new FailedPhoto("empty.jpg", "empty.jpg is empty: no byte in it. Copy it again."),
                  demo.explained("grey.png", grey, Target.top(10)),
                  demo.withoutClasses("depth.png", Demo.photo("reims-cathedral.jpg")),
                  new FailedPhoto(HOSTILE, HOSTILE),
                  demo.explained(HOSTILE, Demo.photo("berlin-cathedral.jpg"), Target.predicted())));
    }
    browser = Chromium.start(program.get(), folder.resolve("profile"));
  }

  private static URI written(List<PhotoResult> results) {
    CardStyle style = CardStyle.of(Overlay.standard());
    ReportFacts facts =
        new ReportFacts(
            "1.2.3",
            ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC),
            List.of("Labels were read from <labels.txt>."));
    try (Report report = Report.open(folder.resolve("report"), facts, style)) {
      results.forEach(result -> report.add(ReportCard.of(result, style)));
      return report.finish().toUri();
    }
  }

  @AfterAll
  static void close() throws InterruptedException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void visit() throws IOException, InterruptedException {
    tab = browser.tab();
    view(1400, "light");
    // For the page; what the test asks is evaluated all the same.
    tab.send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    tab.visit(page);
  }

  @AfterEach
  void leave() {
    tab.close();
  }

  private void view(int width, String scheme) {
    tab.send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
    tab.send(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private List<String> texts(String expression) {
    return tab.value(expression).getAsJsonArray().asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  /** The files of the cards that are not hidden. */
  private List<String> shown() {
    return texts(
        "[...document.querySelectorAll('.card')].filter(e => e.checkVisibility())"
            + ".map(e => e.querySelector('.file').textContent)");
  }

  /** The classes of the pictures that can be seen on a card. */
  private List<String> seen(int card) {
    return texts(
        "[...document.querySelectorAll('.card')[%d].querySelectorAll('img')]".formatted(card)
            + ".filter(e => getComputedStyle(e).visibility === 'visible').map(e => e.className)");
  }

  @Test
  @DisplayName("asks no network, breaks no rule of its own policy, and has no script")
  void isSelfContained() {
    assertThat(tab.events("Network.requestWillBeSent"))
        .extracting(event -> event.getAsJsonObject("request").get("url").getAsString())
        .isNotEmpty()
        .allMatch(url -> url.equals(page.toString()) || url.startsWith("data:"));
    assertThat(tab.events("Log.entryAdded")).isEmpty();
    assertThat(tab.events("Runtime.consoleAPICalled")).isEmpty();
    assertThat(tab.events("Runtime.exceptionThrown")).isEmpty();
    assertThat(
            tab.value(
                    "document.querySelectorAll('script, iframe, object, link:not([rel=icon])').length")
                .getAsInt())
        .isZero();
  }

  @Test
  @DisplayName("shows every picture once it is near")
  void loadsAllPictures() {
    assertThat(tab.value("document.images.length").getAsInt()).isEqualTo(4 + 2 + 11 + 2 + 2);
    assertThat(
            texts(
                """
                Promise.all([...document.images].map(async image => {
                  image.loading = 'eager';
                  await image.decode();
                  return image.naturalWidth + 'x' + image.naturalHeight;
                }))
                """))
        .contains("208x240", "240x180", "200x150")
        .doesNotContain("0x0");
  }

  @Test
  @DisplayName("tells of all photos in their order, and why some were not explained")
  void tellsEverything() {
    String name = HOSTILE.replace("\ud83d\u0000", "\ufffd\ufffd");
    assertThat(shown())
        .containsExactly("worms.jpg", "dog.jpg", "empty.jpg", "grey.png", "depth.png", name, name);
    assertThat(tab.value("document.title").getAsString())
        .isEqualTo("imagenette-cnn.pt: where the network looked in 7 photos");
    assertThat(tab.value("document.body.innerText").getAsString())
        .contains("7 photos: 5 explained, 1 with an empty map, 2 not explained")
        .contains("expand (chosen automatically)", "grad-cam", "torchvision, adapted", "PyTorch")
        .contains("1.2.3, report made 2026-01-02 03:04 UTC")
        .contains("Labels were read from <labels.txt>.")
        .contains("empty.jpg is empty: no byte in it.")
        .contains("total brightness", "empty map");
  }

  @Test
  @DisplayName("filters by outcome, confidence and class, all at once, and shows everything again")
  void filters() {
    tab.click("#only-failed");
    assertThat(shown()).hasSize(2).first().isEqualTo("empty.jpg");
    tab.click("#only-empty");
    assertThat(shown()).containsExactly("grey.png");
    tab.click("#all");
    tab.click("#only-p0");
    assertThat(shown()).containsExactly("dog.jpg");
    tab.click("#only-p1");
    assertThat(shown()).containsExactly("grey.png");
    tab.click("#only-p2");
    assertThat(shown()).hasSize(2).first().isEqualTo("worms.jpg");
    tab.value("document.querySelector('#class').focus()");
    for (int i = 0; i < 3; i++) {
      tab.press("ArrowDown", 40);
    }
    assertThat(tab.value("document.querySelector('#class').selectedOptions[0].text").getAsString())
        .isEqualTo("parachute (1)");
    assertThat(shown()).isEmpty();
    tab.click("#any");
    assertThat(shown()).containsExactly("grey.png");
    tab.click("button[type=reset]");
    assertThat(shown()).hasSize(7);
  }

  @Test
  @DisplayName("changes pictures by keyboard alone, one stop a card, the focus in sight")
  void changesPicturesByKeyboard() {
    tab.value("document.querySelector('button[type=reset]').focus()");
    assertThat(seen(0)).containsExactly("v0");
    tab.press("Tab", 9);
    assertThat(
            tab.value("document.activeElement.closest('.card').querySelector('.file').textContent")
                .getAsString())
        .isEqualTo("worms.jpg");
    tab.press("ArrowRight", 39);
    assertThat(seen(0)).containsExactly("v1");
    assertThat(
            tab.value("getComputedStyle(document.activeElement.nextElementSibling).outlineStyle")
                .getAsString())
        .isEqualTo("solid");
    tab.press("ArrowRight", 39);
    assertThat(seen(0)).containsExactly("v2");
    tab.press("ArrowRight", 39);
    assertThat(seen(0)).containsExactly("v3");
    assertThat(seen(1)).containsExactly("v0");
    tab.press("Tab", 9);
    tab.press("ArrowRight", 39);
    assertThat(seen(1)).containsExactly("v1");
  }

  @Test
  @DisplayName("shows heat under the pointer, or the photo where heat comes first")
  void changesPicturesUnderThePointer() {
    tab.point(".card .pictures");
    assertThat(seen(0)).containsExactly("v1");
    assertThat(seen(1)).containsExactly("v0");
    tab.click(".card input.v2");
    assertThat(seen(0)).containsExactly("v2");
    tab.point(".card .pictures");
    assertThat(seen(0)).containsExactly("v0");
    tab.click("#start-heat");
    assertThat(seen(0)).containsExactly("v2");
    assertThat(seen(1)).containsExactly("v1");
    tab.point(".card:nth-child(2) .pictures");
    assertThat(seen(1)).containsExactly("v0");
  }

  @Test
  @DisplayName("tells in words what its pictures show")
  void hasAlternatives() {
    assertThat(texts("[...document.images].map(image => image.alt)"))
        .contains("Photo worms.jpg", "Most heat for church lies in the centre")
        .anyMatch(alt -> alt.startsWith("No heat for gas pump: the map is empty"));
  }

  @ParameterizedTest(name = "{0} pixels wide, {1}")
  @DisplayName("has nothing that axe-core objects to, and fits")
  @CsvSource({"1400, light", "1400, dark", "400, light", "320, dark"})
  void isAccessible(int width, String scheme) throws IOException {
    view(width, scheme);
    // axe-core waits by timers, which count as scripts of the page.
    tab.send("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    tab.visit(page);
    tab.value(axe());
    JsonObject result =
        tab.value(
                "axe.run().then(all => ({passes: all.passes.length,"
                    + " violations: all.violations.map(v => v.id + ': ' + v.nodes[0].html)}))")
            .getAsJsonObject();
    assertThat(result.getAsJsonArray("violations")).isEmpty();
    assertThat(result.get("passes").getAsInt()).isGreaterThan(15);
    assertThat(tab.value("document.documentElement.scrollWidth").getAsInt())
        .isLessThanOrEqualTo(width);
  }

  private static String axe() throws IOException {
    try (InputStream in = ReportPageTest.class.getResourceAsStream(AXE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";true";
    }
  }
}
