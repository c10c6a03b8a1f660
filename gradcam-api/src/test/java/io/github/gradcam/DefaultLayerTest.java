package io.github.gradcam;

import static io.github.gradcam.LayeredModel.INPUT;
import static io.github.gradcam.LayeredModel.Path.CUT;
import static io.github.gradcam.LayeredModel.Path.DEAD;
import static io.github.gradcam.LayeredModel.Path.FIRST_CHANNEL;
import static io.github.gradcam.LayeredModel.Path.FIRST_TOKEN;
import static io.github.gradcam.LayeredModel.Path.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The layer that is chosen where none is named")
class DefaultLayerTest {

  private static String chosen(LayeredModel model) {
    return DefaultLayer.of(model, Layout.automatic(), INPUT);
  }

  private static LayeredModel classes() {
    return new LayeredModel(3);
  }

  @Test
  @DisplayName("is the last with a grid, and one pass is all it takes")
  void lastBlock() {
    LayeredModel model =
        classes()
            .with("layer3", "Sequential", WHOLE, 4, 4, 4)
            .with("layer4.conv", "Conv2d", WHOLE, 5, 2, 2)
            .with("layer4", "Sequential", WHOLE, 5, 2, 2)
            .with("avgpool", "AdaptiveAvgPool2d", WHOLE, 5, 1, 1)
            .with("fc", "Linear", WHOLE, 3);
    assertThat(chosen(model)).isEqualTo("layer4");
    assertThat(model.passes).containsExactly(List.of("layer4"));
  }

  @ParameterizedTest
  @DisplayName("makes something of its own: no pooling, whatever a framework calls it, no dropout")
  @ValueSource(
      strings = {
        "AdaptiveAvgPool2d",
        "adaptive_avg_pool2d",
        "MaxPooling2D",
        "MaxPool",
        "AvgPool2dSame",
        "SelectAdaptivePool2d",
        "Dropout",
        "Dropout2d",
        "SpatialDropout2D",
        "DropPath",
        "Identity",
        "SubsamplingLayer",
        "Subsampling1DLayer",
        "Subsampling3DLayer",
        "GlobalPoolingLayer",
        "DropoutLayer",
        "PoolHelperVertex"
      })
  void passesOn(String kind) {
    LayeredModel model =
        classes()
            .with("block5_conv3", "Conv2D", WHOLE, 5, 4, 4)
            .with("block5_pool", kind, WHOLE, 5, 2, 2);
    assertThat(chosen(model)).isEqualTo("block5_conv3");
  }

  @ParameterizedTest
  @DisplayName("may have a kind that only sounds like pooling")
  @ValueSource(strings = {"PoolFormerBlock", "SpatialPoolingBlock", "Pooler", "DropBlockNet"})
  void soundsLikePooling(String kind) {
    LayeredModel model =
        classes().with("conv", "Conv2d", WHOLE, 5, 4, 4).with("block", kind, WHOLE, 5, 4, 4);
    assertThat(chosen(model)).isEqualTo("block");
  }

  @Test
  @DisplayName("is not a grid turned round, unless the turning makes the grid")
  void turned() {
    LayeredModel model =
        classes()
            .with("stages", "Sequential", WHOLE, 2, 2, 9)
            .with("permute", "Permute", WHOLE, 9, 2, 2);
    assertThat(chosen(model)).isEqualTo("stages");
    LayeredModel windows =
        classes()
            .with("conv", "Conv2d", WHOLE, 9, 4, 4)
            .with("add", "add", WHOLE, 1, 4, 9)
            .with("permute", "permute", WHOLE, 9, 2, 1, 2, 1)
            .with("reshape", "reshape", WHOLE, 9, 2, 2);
    assertThat(chosen(windows)).isEqualTo("reshape");
  }

  @ParameterizedTest
  @DisplayName("is not a vertex that turns a grid round")
  @ValueSource(strings = {"ReshapeVertex", "PreprocessorVertex"})
  void turnedByVertex(String kind) {
    LayeredModel model =
        classes().with("conv", "Conv2d", WHOLE, 2, 2, 9).with("turned", kind, WHOLE, 9, 2, 2);
    assertThat(chosen(model)).isEqualTo("conv");
  }

  @Test
  @DisplayName("is not what ends in a pooling and gives the same numbers, however deep")
  void endsInPooling() {
    LayeredModel model =
        classes()
            .with("features.29", "ReLU", WHOLE, 5, 4, 4)
            .with("features.30", "MaxPool2d", WHOLE, 5, 2, 2)
            .withSame("features.30", "features", "Sequential")
            .withSame("features", "backbone", "Backbone");
    assertThat(chosen(model)).isEqualTo("features.29");
    LayeredModel thinned =
        classes()
            .with("vgg/conv", "Conv2D", WHOLE, 5, 4, 4)
            .with("vgg/pool", "MaxPooling2D", WHOLE, 5, 2, 2)
            .withSame("vgg/pool", "vgg/dropout", "Dropout")
            .withSame("vgg/dropout", "vgg", "Functional");
    assertThat(chosen(thinned)).isEqualTo("vgg/conv");
    LayeredModel everywhere =
        new LayeredModel(3, 8, 8)
            .with("down.conv", "Conv2d", WHOLE, 20, 4, 4)
            .with("down.pool", "MaxPool2d", WHOLE, 20, 2, 2)
            .withSame("down.pool", "down", "Sequential")
            .with("up", "Conv2d", WHOLE, 10, 4, 4);
    assertThat(chosen(everywhere)).isEqualTo("down.conv");
    LayeredModel closed =
        classes()
            .with("conv", "Conv2d", WHOLE, 5, 4, 4)
            .with("stage.pool", "MaxPool2d", WHOLE, 5, 2, 2)
            .withSame("stage.pool", "stage", "Sequential")
            .with("norm", "LayerNorm", WHOLE, 5, 2, 2);
    assertThat(chosen(closed)).isEqualTo("norm");
  }

  @Test
  @DisplayName("may follow a pooling of its shape, or end in a dropout, with numbers made before")
  void makesItsOwn() {
    LayeredModel residual =
        classes()
            .with("conv", "Conv2d", WHOLE, 5, 2, 2)
            .with("block.mixer", "Pooling", WHOLE, 5, 2, 2)
            .with("block.drop_path", "DropPath", WHOLE, 5, 2, 2)
            .with("block", "Block", WHOLE, 5, 2, 2);
    assertThat(chosen(residual)).isEqualTo("block");
    LayeredModel identity =
        classes()
            .with("block.bn", "BatchNorm2d", WHOLE, 5, 2, 2)
            .withSame("block.bn", "block.drop_path", "Identity")
            .withSame("block.bn", "block", "Block");
    assertThat(chosen(identity)).isEqualTo("block");
    assertThat(identity.passes).containsExactly(List.of("block"));
  }

  @Test
  @DisplayName("may be a block that adds to what was pooled, if nothing as yet")
  void addsNothing() {
    LayeredModel model =
        classes()
            .with("stem", "Conv2d", WHOLE, 5, 4, 4)
            .with("pool", "MaxPool2d", WHOLE, 5, 2, 2)
            .with("block.bn", "BatchNorm2d", WHOLE, 5, 2, 2)
            .withSame("pool", "block", "Block");
    assertThat(chosen(model)).isEqualTo("block");
    assertThat(model.passes)
        .containsExactly(List.of("block"), List.of("pool", "block.bn", "block"));
  }

  @Test
  @DisplayName("has no more places than the image")
  void finerThanTheImage() {
    LayeredModel model =
        classes().with("conv", "Conv2d", WHOLE, 9, 4, 4).with("windows", "add", WHOLE, 1, 4, 9);
    assertThat(chosen(model)).isEqualTo("conv");
  }

  @Test
  @DisplayName("is the features below class scores that are spread over the image")
  void scoreMap() {
    LayeredModel model =
        classes()
            .with("features", "Sequential", WHOLE, 5, 4, 4)
            .with("classifier.1", "Conv2d", FIRST_CHANNEL, 3, 4, 4)
            .with("classifier.2", "ReLU", FIRST_CHANNEL, 3, 4, 4);
    assertThat(chosen(model)).isEqualTo("features");
  }

  @Test
  @DisplayName("may have as many channels as there are classes")
  void asManyChannelsAsClasses() {
    LayeredModel model =
        classes().with("conv", "Conv2d", WHOLE, 5, 4, 4).with("last", "Conv2d", WHOLE, 3, 4, 4);
    assertThat(chosen(model)).isEqualTo("last");
  }

  @Test
  @DisplayName("is never one to which the score does not lead back")
  void cut() {
    LayeredModel model =
        classes()
            .with("conv1", "Conv2d", WHOLE, 5, 4, 4)
            .with("conv2", "Conv2d", WHOLE, 5, 4, 4)
            .with("aux.dead", "Conv2d", DEAD, 5, 4, 4)
            .with("aux.conv", "Conv2d", CUT, 5, 4, 4)
            .with("aux", "Head", CUT, 4, 4, 4);
    assertThat(chosen(model)).isEqualTo("conv2");
  }

  @Test
  @DisplayName("behind a class token is the last block's first norm")
  void classToken() {
    LayeredModel model =
        classes()
            .with("conv_proj", "Conv2d", WHOLE, 6, 2, 2)
            .with("block_10", "Block", WHOLE, 5, 6)
            .with("block_11.norm1", "LayerNorm", WHOLE, 5, 6)
            .with("block_11.attn.qkv", "Linear", WHOLE, 5, 18)
            .with("block_11.attn.q_norm", "Identity", WHOLE, 2, 5, 3)
            .with("block_11.attn.softmax", "Softmax", WHOLE, 2, 5, 5)
            .with("block_11.attn", "Attention", FIRST_TOKEN, 5, 6)
            .with("block_11.norm2", "LayerNorm", FIRST_TOKEN, 5, 6)
            .with("block_11.mlp.fc1", "Linear", FIRST_TOKEN, 5, 24)
            .with("block_11.mlp", "Mlp", FIRST_TOKEN, 5, 6)
            .with("block_11", "Block", FIRST_TOKEN, 5, 6)
            .with("norm", "LayerNorm", FIRST_TOKEN, 5, 6)
            .with("head", "Linear", WHOLE, 3);
    assertThat(chosen(model)).isEqualTo("block_11.norm1");
    assertThat(model.passes).extracting(List::size).containsExactly(1, 2, 4, 3);
  }

  @Test
  @DisplayName("is a transformer's last stage rather than the norm that closes it")
  void closingNorm() {
    LayeredModel channelsLast =
        classes()
            .with("stages.3.mlp", "MLP", WHOLE, 2, 2, 9)
            .with("stages", "Sequential", WHOLE, 2, 2, 9)
            .with("norm", "LayerNorm", WHOLE, 2, 2, 9)
            .with("permute", "Permute", WHOLE, 9, 2, 2);
    assertThat(chosen(channelsLast)).isEqualTo("stages");
    LayeredModel mixer =
        classes().with("blocks", "Sequential", WHOLE, 4, 6).with("norm", "layer_norm", WHOLE, 4, 6);
    assertThat(chosen(mixer)).isEqualTo("blocks");
    LayeredModel downsampled =
        classes().with("conv", "Conv2d", WHOLE, 5, 4, 4).with("norm", "LayerNorm", WHOLE, 5, 2, 2);
    assertThat(chosen(downsampled)).isEqualTo("norm");
    LayeredModel batchNorm =
        classes()
            .with("conv", "Conv2d", WHOLE, 5, 4, 4)
            .with("bn", "BatchNormalization", WHOLE, 5, 4, 4);
    assertThat(chosen(batchNorm)).isEqualTo("bn");
  }

  @Test
  @DisplayName("has the most channels where every place has scores, and is the last of those")
  void everyPlace() {
    LayeredModel model =
        new LayeredModel(3, 8, 8)
            .with("backbone.layer3", "Sequential", WHOLE, 10, 4, 4)
            .with("backbone.layer4.0", "Bottleneck", WHOLE, 20, 4, 4)
            .with("backbone.layer4", "Sequential", WHOLE, 20, 4, 4)
            .with("classifier.pool", "AvgPool2d", WHOLE, 20, 2, 2)
            .with("classifier.0", "Conv2d", WHOLE, 5, 4, 4)
            .with("classifier", "Head", FIRST_CHANNEL, 3, 4, 4)
            .with("aux_classifier", "Head", CUT, 30, 4, 4);
    assertThat(chosen(model)).isEqualTo("backbone.layer4");
  }

  @Test
  @DisplayName("is the bottom of a U, not where its arms are joined")
  void bottomOfTheU() {
    LayeredModel model =
        new LayeredModel(3, 8, 8)
            .with("down", "Conv2d", WHOLE, 10, 4, 4)
            .with("bottom", "Conv2d", WHOLE, 20, 2, 2)
            .with("joined", "cat", WHOLE, 20, 4, 4)
            .with("up", "Conv2d", WHOLE, 10, 4, 4);
    assertThat(chosen(model)).isEqualTo("bottom");
  }

  @Test
  @DisplayName("is the last with a grid where no gradient shows anything, or nothing else has one")
  void nothingElse() {
    LayeredModel dead =
        classes().with("a", "Conv2d", DEAD, 5, 4, 4).with("b", "Conv2d", DEAD, 5, 4, 4);
    assertThat(chosen(dead)).isEqualTo("b");
    LayeredModel pool =
        classes().with("pool", "MaxPool2d", WHOLE, 5, 4, 4).with("fc", "Linear", WHOLE, 3);
    assertThat(chosen(pool)).isEqualTo("pool");
    assertThat(pool.passes).isEmpty();
    LayeredModel none = classes().with("fc", "Linear", WHOLE, 3);
    assertThatThrownBy(() -> chosen(none))
        .isInstanceOf(UnexplainableLayerException.class)
        .hasMessage(
            "None of the model's 1 layers has spatial axes for an input "
                + Shape.of(3, 8, 8)
                + ". Is the input large enough? Else name a layer, and declare its layout.");
  }

  @Test
  @DisplayName("fits the layout that is declared")
  void declaredLayout() {
    LayeredModel model =
        classes().with("tokens", "Block", WHOLE, 7, 6).with("conv", "Conv2d", WHOLE, 5, 4, 4);
    assertThat(DefaultLayer.of(model, Layout.tokens(2, 3, 1), INPUT)).isEqualTo("tokens");
  }
}
