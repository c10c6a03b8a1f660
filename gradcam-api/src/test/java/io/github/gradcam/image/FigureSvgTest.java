package io.github.gradcam.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.WriteException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FigureSvgTest {

  private static final Tensor HEAT = Tensor.of(Shape.of(2, 2), 0, 0.3f, 0.6f, 1);
  private static final Overlay OVERLAY = Overlay.standard().withContours(Contours.at(0.5));

  @TempDir Path folder;

  @Test
  void textStaysTextWhateverIsInIt() throws Exception {
    Figure figure =
        Figure.grid(
                List.of("<script>", "Größe & \"Ähnlichkeit\""),
                List.of(new Figure.Row("写真 😀", List.of(panel("]]> a"), panel("tab\tand \u0001")))))
            .withLegend(new Legend(OVERLAY, "share of the map's maximum"));

    assertThat(texts(parsed(figure.svg())))
        .containsExactlyInAnyOrder(
            "<script>",
            "Größe & \"Ähnlichkeit\"",
            "写真 😀",
            "]]> a",
            "tab and \ufffd",
            "0",
            "0.5",
            "1",
            "share of the map's maximum");
  }

  @Test
  void picturesAreEmbeddedPixelByPixelWhereThePngHasThem() throws Exception {
    Figure figure = Figure.of(List.of(panel("one"), panel("two"))).withPanelHeight(100);
    BufferedImage drawn = figure.draw().image();

    NodeList images = parsed(figure.svg()).getElementsByTagName("image");

    assertThat(images.getLength()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      Element image = (Element) images.item(i);
      String data = image.getAttribute("href").replaceFirst("^data:image/png;base64,", "");
      BufferedImage embedded =
          ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
      int width = number(image, "width");
      int height = number(image, "height");
      assertThat(height).isEqualTo(100);
      Fixtures.assertSamePixels(
          embedded, drawn.getSubimage(number(image, "x"), number(image, "y"), width, height), 0);
    }
  }

  @Test
  void itIsAsLargeAsThePngAndOnTheSameGround() throws Exception {
    Figure figure = Figure.single(panel("church")).withTheme(Theme.DARK);
    Picture drawn = figure.draw();

    Element root = parsed(figure.svg()).getDocumentElement();

    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(number(root, "width")).isEqualTo(drawn.width());
    assertThat(number(root, "height")).isEqualTo(drawn.height());
    String ground = ((Element) root.getElementsByTagName("rect").item(0)).getAttribute("fill");
    assertThat(ground).isEqualTo("#%06x".formatted(drawn.image().getRGB(0, 0) & 0xffffff));
  }

  @Test
  void theEndingOfTheNameDecides() throws Exception {
    Figure figure = Figure.of(List.of(panel("church")));

    figure.write(folder.resolve("figure.SVG"));
    figure.write(folder.resolve("figure.png"));

    assertThat(Files.readString(folder.resolve("figure.SVG"))).isEqualTo(figure.svg());
    Fixtures.assertSamePixels(
        ImageIO.read(folder.resolve("figure.png").toFile()), figure.draw().image(), 0);
  }

  @Test
  void anyOtherEndingIsRefused() {
    Path file = folder.resolve("figure");

    assertThatThrownBy(() -> Figure.of(List.of(panel(""))).write(file))
        .isInstanceOf(WriteException.class)
        .hasMessage(
            file
                + " cannot be written: the ending of its name says how, and is none of .png, .jpg,"
                + " .jpeg, .svg. Choose one of these.");
    assertThat(folder).isEmptyDirectory();
  }

  private static Panel panel(String caption) {
    return OVERLAY.panel(Fixtures.photo(), HEAT, Placement.whole(97, 64), caption);
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  private static List<String> texts(Document svg) {
    NodeList elements = svg.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
