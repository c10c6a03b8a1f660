package io.github.gradcam.djl.internal.engine;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.gradcam.djl.Structure;
import io.github.gradcam.djl.internal.archive.TorchArchive;
import io.github.gradcam.djl.internal.graph.Node;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.djl.internal.rewrite.Rewriter;
import io.github.gradcam.model.OutputChoice;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Differences;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Several ways back")
class WaysBackTest {

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("at once lead where they lead one by one")
  @CsvSource({
    "stacked-traced, relu2",
    "stacked-scripted, pool",
    "stacked-traced, conv1",
    "norms-scripted, conv1",
    "softmax-scripted, unit",
    "class-token-traced, @input"
  })
  void lead(String name, String layer) {
    Structure structure = Structure.of(name);
    try (TorchModel model = (TorchModel) structure.open();
        NDManager manager = model.network().newManager();
        EngineMode mode = EngineMode.recording()) {
      List<Address> layers = ((TorchHook) model.hook(layer)).addresses();
      long[] numbers = layers.get(0).numbers().stream().mapToLong(Integer::longValue).toArray();
      List<NDArray> arguments =
          List.of(Border.toEngine(structure.input(), manager), manager.create(numbers));
      Pass pass = Pass.of(layers, model.network().run(manager, "gradcam_run", arguments));
      Backward backward = new Backward(model.network(), pass);
      List<Tensor> cotangents =
          IntStream.range(1, 5).mapToObj(i -> times(i, structure.cotangent())).toList();
      List<Map<String, Tensor>> found = backward.atOnce(cotangents).orElseThrow();
      assertThat(found).hasSize(4);
      for (int i = 0; i < found.size(); i++) {
        Tensor alone = backward.gradients(cotangents.get(i)).get(layer);
        assertThat(found.get(i)).containsOnlyKeys(layer);
        assertThat(found.get(i).get(layer).shape()).isEqualTo(alone.shape());
        assertThat(Differences.between(found.get(i).get(layer), alone)).isLessThan(1e-6);
      }
    }
  }

  private static Tensor times(int factor, Tensor tensor) {
    return Tensor.written(
        tensor.shape(),
        values -> {
          float[] given = tensor.toArray();
          for (int i = 0; i < values.length; i++) {
            values[i] = given[(i * factor) % given.length] * factor;
          }
        });
  }

  @Test
  @DisplayName("are gone at once where large matrices, and nothing heavier, lie behind the layer")
  void areChosen() throws IOException {
    Structure structure = Structure.of("stacked-traced");
    try (TorchModel model = (TorchModel) structure.open();
        NDManager manager = model.network().newManager();
        TorchArchive archive = TorchArchive.open(structure.file())) {
      Ground small =
          Ground.of(
              model.network(),
              Rewriter.rewrite(archive.sources(), archive.rootClass(), new OutputChoice.Automatic())
                  .blueprint());
      NDArray large = manager.zeros(new Shape(3000, 3000));
      Ground heavy =
          new Ground(
              small.tensors().keySet().stream().collect(toMap(path -> path, path -> large)),
              small.trace());
      assertThat(WaysBack.to(output(model, small, "relu2"), small)).isEqualTo(WaysBack.ONE_BY_ONE);
      assertThat(WaysBack.to(output(model, heavy, "relu2"), heavy)).isEqualTo(WaysBack.AT_ONCE);
      assertThat(WaysBack.to(output(model, heavy, "relu1"), heavy)).isEqualTo(WaysBack.ONE_BY_ONE);
    }
  }

  private static Node output(TorchModel model, Ground ground, String layer) {
    Address address = ((TorchHook) model.hook(layer)).addresses().get(0);
    return requireNonNull(ground.trace().outputs().get(address.numbers().get(0)));
  }
}
