package io.github.gradcam.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.gradcam.GradCam;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the how-to about networks in memory shows")
class InMemoryHowToTest {

  private static final Path PAGE = Path.of("../docs/how-to/explain-a-network-in-memory.md");
  private static final Path THIS =
      Path.of("src/test/java/io/github/gradcam/djl/InMemoryHowToTest.java");

  @Test
  @DisplayName("runs: a new head on a TorchScript body, explained at one of the body's layers")
  void runs(@TempDir Path folder) throws Exception {
    BufferedImage photo = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    photo.setRGB(20, 20, 0xFFFFFF);
    Path picture = folder.resolve("picture.png");
    Preprocessing preprocessing = Preprocessing.torchvision().withSize(32, 32);
    try (ai.djl.Model body = ai.djl.Model.newInstance("body", "PyTorch")) {
      body.load(FineTuned.BODY, null, Map.of("trainParam", "true"));
      SequentialBlock network =
          new SequentialBlock().add(body.getBlock()).add(Linear.builder().setUnits(2).build());
      network.initialize(body.getNDManager(), DataType.FLOAT32, new Shape(1, 3, 32, 32));
      try (Model model = DjlModels.of(network)) {
        GradCam cam =
            GradCam.builder(model)
                .preprocessing(preprocessing)
                .layers("01PtSymbolBlock.relu4")
                .build();
        cam.explain(photo).heatmap().overlay().write(picture);
      }
    }
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(40);
  }

  @Test
  @DisplayName("shows the tapped block of a container as a layer")
  void taps() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Block mine = new Mine();
      mine.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 8, 8));
      try (Model model = DjlModels.of(mine)) {
        assertThat(model.layers()).extracting(Layer::path).containsExactly("01conv");
      }
    }
  }

  @Test
  @DisplayName("is code that is compiled here, line by line")
  void isCompiled() throws IOException {
    String here = Files.readString(THIS).replaceAll("\\s+", "");
    Pattern code = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    assertThat(code.matcher(Files.readString(PAGE)).results().map(MatchResult::group))
        .hasSize(3)
        .allSatisfy(
            block ->
                assertThat(block.replace("```java", "").replace("```", "").split(";|\\{|\\}"))
                    .allSatisfy(
                        statement -> assertThat(here).contains(statement.replaceAll("\\s+", ""))));
  }

  private static final class Mine extends AbstractBlock {
    private final Block conv;

    Mine() {
      conv =
          addChildBlock(
              "conv",
              DjlModels.tap(
                  Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build()));
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      return conv.forward(store, inputs, training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return conv.getOutputShapes(inputShapes);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
      conv.initialize(manager, type, shapes);
    }
  }
}
