package io.github.gradcam;

import static io.github.gradcam.Differences.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.NonFiniteException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.method.CamMethod;
import io.github.gradcam.method.CamMethods;
import io.github.gradcam.method.Evidence;
import io.github.gradcam.model.Computation;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Explaining with a network solved on paper")
class GradCamTest {

  /** One image, 2 × 2: the first channel is [4, 0, 0, 0], the second [0, 2, 0, 0]. */
  private static final Tensor ONE = Tensor.of(Shape.of(1, 2, 2, 2), 4, 0, 0, 0, 0, 2, 0, 0);

  private final PaperModel model = new PaperModel();

  private static Explanation single(GradCam cam, Tensor batch, Target target) {
    return cam.explain(batch, target).get(0).get(0);
  }

  @Test
  @DisplayName("gives the map that the formula gives, and the story around it")
  void mapOfThePaper() {
    // ReLU: [4,0,0,0], [0,2,0,0]; means 1 and 0.5; logits 1, 1, -1.5; class 0: weights 1/4 and 0.
    Explanation explanation = single(GradCam.of(model), ONE, Target.ofClass(0));
    assertThat(explanation.heatmap().raw()).isEqualTo(Tensor.of(Shape.of(2, 2), 1, 0, 0, 0));
    assertThat(explanation.heatmap().normalized()).isEqualTo(Tensor.of(Shape.of(2, 2), 1, 0, 0, 0));
    assertThat(explanation.heatmap().isEmpty()).isFalse();
    assertThat(explanation.value()).isEqualTo(1);
    assertThat(explanation.scoreKind()).isEqualTo(OutputKind.LOGITS);
    assertThat(explanation.predictions())
        .extracting(Prediction::classIndex)
        .containsExactly(0, 1, 2);
    double e = Math.exp(1);
    assertThat(explanation.probability().orElseThrow()).isEqualTo(e / (2 * e + Math.exp(-1.5)));
    assertThat(explanation.provenance().layers()).containsExactly("relu");
    assertThat(explanation.provenance().layersChosenAutomatically()).isTrue();
    assertThat(explanation.provenance().method()).isEqualTo("grad-cam");
    assertThat(explanation.provenance().preprocessing()).isEqualTo("none");
    assertThat(explanation.provenance().computation()).isEqualTo(Computation.asWritten());
    assertThat(explanation.caption()).isEqualTo("class 0 48.0 % · relu · grad-cam");
  }

  @Test
  @DisplayName("keeps a map that is zero or less everywhere at zero and flags it")
  void emptyMap() {
    Heatmap heatmap = single(GradCam.of(model), ONE, Target.ofClass(2)).heatmap();
    assertThat(heatmap.isEmpty()).isTrue();
    assertThat(heatmap.raw()).isEqualTo(Tensor.of(Shape.of(2, 2), -1, -.5f, 0, 0));
    assertThat(heatmap.normalized()).isEqualTo(Tensor.zeros(Shape.of(2, 2)));
  }

  @Test
  @DisplayName(
      "spends one forward pass, and one backward pass a score, on several scores of a batch")
  void passesSpent() {
    Tensor batch = Tensor.stack(List.of(ONE.item(0), ONE.item(0), ONE.item(0)));
    List<List<Explanation>> all =
        GradCam.builder(model)
            .layers("relu")
            .build()
            .explain(batch, List.of(Target.top(3), Target.top(2), Target.predicted()));
    assertThat(all).extracting(List::size).containsExactly(3, 2, 1);
    assertThat(model.forwards).hasValue(1);
    assertThat(model.backwards).hasValue(3);
    assertThat(model.open).hasValue(0);
  }

  @Test
  @DisplayName("spends a pass on choosing the layer once for each shape of input")
  void passesSpentOnChoosing() {
    GradCam cam = GradCam.of(model);
    single(cam, ONE, Target.predicted());
    assertThat(model.forwards).hasValue(2);
    assertThat(model.backwards).hasValue(2);
    single(cam, Tensor.stack(List.of(ONE.item(0), ONE.item(0))), Target.predicted());
    assertThat(model.forwards).hasValue(3);
    assertThat(model.backwards).hasValue(3);
    single(cam, Tensor.zeros(Shape.of(1, 2, 3, 3)), Target.predicted());
    assertThat(model.forwards).hasValue(5);
    assertThat(model.backwards).hasValue(5);
    assertThat(model.open).hasValue(0);
  }

  @Test
  @DisplayName("gives each item of a batch, with a target of its own, the map it gets alone")
  void batchEqualsSingles() {
    Tensor other = Tensor.of(Shape.of(2, 2, 2), -1, 2, 3, 0.5f, 1, 5, -2, 0.25f);
    List<Target> targets =
        List.of(Target.ofClass(0), Target.difference(Target.ofClass(1), Target.ofClass(2)));
    for (CamMethod method : CamMethods.all()) {
      GradCam cam = GradCam.builder(model).layers("mix").method(method).build();
      List<List<Explanation>> batch =
          cam.explain(Tensor.stack(List.of(ONE.item(0), other)), targets);
      Tensor second = single(cam, Tensor.stack(List.of(other)), targets.get(1)).heatmap().raw();
      assertThat(batch.get(0).get(0).heatmap().raw())
          .isEqualTo(single(cam, ONE, targets.get(0)).heatmap().raw());
      assertThat(batch.get(1).get(0).heatmap().raw()).as(method.name()).isEqualTo(second);
    }
  }

  @Test
  @DisplayName("asks for no gradients when the method does not")
  void gradientFreeMethods() {
    CamMethod channelSum = method("sum", e -> e.activations().item(0));
    single(
        GradCam.builder(model).layers("relu").method(channelSum).build(), ONE, Target.predicted());
    assertThat(model.backwards).hasValue(0);
  }

  @Test
  @DisplayName("lets a method score other inputs and other activations of one image of a batch")
  void otherPasses() {
    Tensor doubled = Tensor.of(Shape.of(2, 2, 2), 8, 0, 0, 0, 0, 4, 0, 0);
    CamMethod probe =
        method(
            "probe",
            e -> {
              Tensor many = Tensor.stack(java.util.Collections.nCopies(20, doubled));
              assertThat(e.scoresOf(many).toArray()).hasSize(20).containsOnly(2);
              assertThat(e.scoresFrom(many).toArray()).hasSize(20).containsOnly(2);
              assertThat(e.score()).isEqualTo(1);
              return Tensor.zeros(Shape.of(2, 2));
            });
    Tensor batch = Tensor.stack(List.of(ONE.item(0), ONE.item(0)));
    GradCam.builder(model).method(probe).build().explain(batch, Target.ofClass(0));
    assertThat(model.open).hasValue(0);
  }

  @Test
  @DisplayName(
      "finds the grid of a transformer's tokens behind a class token, and takes a declared one")
  void tokens() {
    Tensor wanted = single(GradCam.of(model), ONE, Target.ofClass(0)).heatmap().raw();
    for (Layout layout : List.of(Layout.automatic(), Layout.tokens(2, 2, 1))) {
      GradCam cam = GradCam.builder(model).layers("tokens").layout(layout).build();
      assertThat(single(cam, ONE, Target.ofClass(0)).heatmap().raw()).isEqualTo(wanted);
    }
    GradCam wrong = GradCam.builder(model).layers("tokens").layout(Layout.tokens(3, 3, 0)).build();
    assertThatThrownBy(() -> wrong.explain(ONE, Target.ofClass(0)))
        .isInstanceOf(UnexplainableLayerException.class)
        .hasMessageContaining("[5, 2]")
        .hasMessageContaining("Layout.tokens(rows, columns, leading)");
  }

  @Test
  @DisplayName("says so when only a class token, and no place, leads to the score")
  void classTokenAlone() {
    Grid grid = Grid.of("norm", Layout.automatic(), Shape.of(5, 1), Shape.of(3, 8, 8));
    assertThatThrownBy(() -> grid.readGradients("norm", Tensor.of(Shape.of(5, 1), 1, 0, 0, 0, 0)))
        .isInstanceOf(UnexplainableLayerException.class)
        .hasMessageContaining("class token");
    assertThat(grid.readGradients("norm", Tensor.of(Shape.of(5, 1), 1, 0, 2, 0, 0)))
        .isEqualTo(Tensor.of(Shape.of(1, 2, 2), 0, 2, 0, 0));
    assertThat(grid.readGradients("norm", Tensor.zeros(Shape.of(5, 1))))
        .isEqualTo(Tensor.zeros(Shape.of(1, 2, 2)));
  }

  @Test
  @DisplayName("refuses a layer that sees other things than images, such as windows of them")
  void otherItemsThanImages() {
    Model model = new LayeredModel(3).with("windows", "Conv2d", LayeredModel.Path.WHOLE, 4, 8, 8);
    GradCam cam = GradCam.builder(model).layers("windows").build();

    assertThatExceptionOfType(UnexplainableLayerException.class)
        .isThrownBy(() -> cam.explain(Tensor.zeros(LayeredModel.INPUT.batch(2)), Target.ofClass(0)))
        .withMessageContaining("\"windows\" gives activations of shape [1, 4, 8, 8] for 2 images")
        .withMessageContaining("Choose a layer around it");
  }

  @Test
  @DisplayName("reads channels last where channels first would shrink the image unevenly")
  void channelsLast() {
    Shape image = Shape.of(3, 224, 224);
    assertThat(layoutOf(Shape.of(7, 7, 768), image)).isEqualTo(Layout.channelsLast());
    assertThat(layoutOf(Shape.of(56, 56, 96), image)).isEqualTo(Layout.channelsLast());
    assertThat(layoutOf(Shape.of(512, 7, 7), image)).isEqualTo(Layout.channelsFirst());
    assertThat(layoutOf(Shape.of(64, 64, 64), image)).isEqualTo(Layout.channelsFirst());
    assertThat(layoutOf(Shape.of(512, 1, 40), Shape.of(1, 32, 320)))
        .isEqualTo(Layout.channelsFirst());
  }

  @Test
  @DisplayName(
      "finds tokens behind a distillation token or registers where they cut the image evenly")
  void leadingTokens() {
    Shape image = Shape.of(3, 224, 224);
    assertThat(layoutOf(Shape.of(196, 8), image)).isEqualTo(Layout.tokens(14, 14, 0));
    assertThat(layoutOf(Shape.of(197, 8), image)).isEqualTo(Layout.tokens(14, 14, 1));
    assertThat(layoutOf(Shape.of(198, 8), image)).isEqualTo(Layout.tokens(14, 14, 2));
    assertThat(layoutOf(Shape.of(261, 8), image)).isEqualTo(Layout.tokens(16, 16, 5));
    assertThatThrownBy(() -> layoutOf(Shape.of(227, 8), image))
        .isInstanceOf(UnexplainableLayerException.class);
  }

  private static Layout layoutOf(Shape activations, Shape input) {
    return Grid.of("layer", Layout.automatic(), activations, input).layout();
  }

  @ParameterizedTest(name = "works over {0} spatial axes")
  @ValueSource(ints = {1, 2, 3})
  void spatialAxes(int axes) {
    int[] lengths = new int[axes + 2];
    java.util.Arrays.fill(lengths, 4);
    lengths[0] = 1;
    lengths[1] = 2;
    Shape shape = Shape.of(lengths);
    float[] values = new float[shape.size()];
    values[3] = 8;
    Heatmap heatmap =
        single(GradCam.of(model), Tensor.of(shape, values), Target.ofClass(0)).heatmap();
    Shape space = shape.item().item();
    assertThat(heatmap.normalized().shape()).isEqualTo(space);
    assertThat(heatmap.normalized().toArray()[3]).isEqualTo(1);
    assertThat(heatmap.raw().toArray()[3]).isEqualTo(8f / space.size());
  }

  @Test
  @DisplayName("fuses several layers by mean or maximum after one backward pass")
  void fusion() {
    Tensor image = Tensor.of(Shape.of(1, 2, 1, 2), 4, -2, 0, 0);
    // mix: [4,-2], [-4,2]; relu: [4,0], [0,2]. Class 1 looks at the second channel, weight 2/2 = 1.
    // relu: map [0,2] -> [0,1]. mix: the weight halves (one of two cells alive): [-2,1] -> [0,1].
    // Class 0: relu [4,0]; mix: weight 1/4: [1,-.5] -> [1,0].
    for (Fusion fusion : Fusion.values()) {
      GradCam cam = GradCam.builder(model).layers("mix", "relu").fusion(fusion).build();
      Explanation explanation = single(cam, image, Target.ofClass(1));
      assertThat(explanation.heatmap().normalized()).isEqualTo(Tensor.of(Shape.of(1, 2), 0, 1));
      assertThat(explanation.heatmap().layerMaps())
          .containsExactly(Tensor.of(Shape.of(1, 2), -2, 1), Tensor.of(Shape.of(1, 2), 0, 2));
    }
    assertThat(model.backwards).hasValue(2);
  }

  @Test
  @DisplayName("says which layer has numbers that are not finite")
  void nonFinite() {
    PaperModel broken = new PaperModel(OutputKind.LOGITS, Double.NaN);
    assertThatThrownBy(() -> GradCam.of(broken).explain(ONE, Target.ofClass(0)))
        .isInstanceOf(NonFiniteException.class)
        .hasMessageContaining("gradients of \"relu\"");
    Tensor huge = Tensor.of(Shape.of(1, 2, 1, 2), Float.MAX_VALUE, 0, -Float.MAX_VALUE, 0);
    GradCam cam = GradCam.builder(model).layers("mix").build();
    assertThatThrownBy(() -> cam.explain(huge, Target.ofClass(0)))
        .isInstanceOf(NonFiniteException.class)
        .hasMessageContaining("activations of \"mix\"");
    assertThat(model.open).hasValue(0);
    assertThat(broken.open).hasValue(0);
  }

  @Test
  @DisplayName("refuses what does not fit together, in whole sentences")
  void refusals() {
    GradCam cam = GradCam.of(model);
    assertThatThrownBy(() -> cam.explain(ONE, List.of(Target.predicted(), Target.predicted())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("There are 1 items in the batch, but 2 targets: give one target for each.");
    assertThatThrownBy(() -> cam.explain(List.of(), Target.predicted()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("There are no photos to explain: give at least one.");
    assertThatThrownBy(() -> cam.explain(Tensor.zeros(Shape.of(2, 2)), Target.predicted()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("[N, C, H, W]");
    assertThatThrownBy(
            () ->
                GradCam.builder(model)
                    .labels(List.of("a", "b"))
                    .build()
                    .explain(ONE, Target.top(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("There are 2 labels, but the network has 3 classes: give one label for each.");
    assertThatThrownBy(
            () -> GradCam.builder(model).layers("pool").build().explain(ONE, Target.top(1)))
        .isInstanceOf(UnexplainableLayerException.class)
        .hasMessageContaining("\"pool\" returns [2]");
    assertThatThrownBy(() -> single(cam, ONE, Target.ofClass(0)).heatmap().overlay())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no photo");
  }

  @Test
  @DisplayName("reports probabilities for sigmoid scores and takes probabilities as they are")
  void probabilities() {
    Explanation sigmoid =
        single(GradCam.of(new PaperModel(OutputKind.SIGMOID_LOGITS, 1)), ONE, Target.ofClass(2));
    assertThat(sigmoid.probability().orElseThrow()).isEqualTo(1 / (1 + Math.exp(1.5)));
    Explanation given =
        single(GradCam.of(new PaperModel(OutputKind.PROBABILITIES, 1)), ONE, Target.ofClass(2));
    assertThat(given.probability().orElseThrow()).isEqualTo(-1.5);
    assertThat(given.scoreKind()).isEqualTo(OutputKind.PROBABILITIES);
  }

  @Test
  @DisplayName("explains a photo and lays the map over it at the photo's own resolution")
  void photo() {
    BufferedImage photo = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    photo.setRGB(30, 20, 0xff0000);
    GradCam cam =
        GradCam.builder(model)
            .preprocessing(Preprocessing.zeroToOne().withSize(30, 20))
            .labels(List.of("red", "green", "neither"))
            .build();
    Explanation explanation = cam.explain(photo);
    assertThat(explanation.heatmap().normalized().shape()).isEqualTo(Shape.of(20, 30));
    assertThat(explanation.heatmap().overlay().width()).isEqualTo(60);
    assertThat(explanation.heatmap().overlay().height()).isEqualTo(40);
    assertThat(explanation.heatmap().photo().orElseThrow().image()).isSameAs(photo);
    assertThat(explanation.heatmap().grey().width()).isEqualTo(30);
    assertThat(explanation.provenance().preprocessing()).isEqualTo("zero-to-one, adapted");
    assertThat(explanation.score().description()).isEqualTo("red");
  }

  @Test
  @DisplayName("resizes and scales by the maximum: an upsampled cell keeps its place")
  void maximumScaling() {
    Heatmap heatmap =
        new MapScaling(Normalization.MAXIMUM, Fusion.MEAN)
            .heatmap(
                List.of(Tensor.of(Shape.of(1, 2), 4, -4)),
                Shape.of(1, 4),
                java.util.Optional.empty());
    assertClose(heatmap.normalized(), Tensor.of(Shape.of(1, 4), 1, .75f, .25f, 0), 1e-6);
  }

  private static CamMethod method(
      String name, java.util.function.Function<Evidence, Tensor> function) {
    return new CamMethod() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Tensor map(Evidence evidence) {
        return function.apply(evidence);
      }
    };
  }
}
