package io.github.gradcam.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tck.ModelConformanceKit;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.internal.engine.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

@DisplayName("A network in memory")
class InMemoryTest {

  private static final Path FILES = Path.of("src/test/resources");

  @Nested
  @DisplayName("keeps the promises of the API as a SavedModel that is loaded")
  class Bundles extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Held("keras3") {
        @Override
        public Model open(FixtureNetwork network, ModelOptions options) {
          // The copy is explained after the bundle has been closed.
          try (SavedModelBundle bundle = SavedModelBundle.load(file(network).toString(), "serve")) {
            return TfModels.of(bundle, SavedModelChoice.usual(), options);
          }
        }
      };
    }
  }

  @Nested
  @DisplayName("keeps the promises of the API as a graph with a session")
  class Graphs extends ModelConformanceKit {
    @Override
    protected ConformanceFixture fixture() {
      return new Held("frozen.pb") {
        @Override
        public Model open(FixtureNetwork network, ModelOptions options) {
          try (Graph graph = graph(file(network));
              Session session = new Session(graph)) {
            return TfModels.of(graph, session, options);
          }
        }
      };
    }
  }

  @Test
  @DisplayName("is explained with the values that its variables have at the moment of the call")
  void valuesOfTheMoment() {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Output<?> image = placeholder(graph, "image", DataType.DT_FLOAT);
      Output<?> value = placeholder(graph, "value", DataType.DT_FLOAT);
      GraphOperation variable =
          graph
              .opBuilder("VarHandleOp", "scale", graph.baseScope())
              .setAttr("dtype", DataType.DT_FLOAT)
              .setAttr("shape", org.tensorflow.ndarray.Shape.of(2))
              .build();
      Output<?> read =
          graph
              .opBuilder("ReadVariableOp", "read", graph.baseScope())
              .addInput(variable.output(0))
              .setAttr("dtype", DataType.DT_FLOAT)
              .build()
              .output(0);
      graph.opBuilder("Mul", "scores", graph.baseScope()).addInput(image).addInput(read).build();
      GraphOperation assign =
          graph
              .opBuilder("AssignVariableOp", "assign", graph.baseScope())
              .addInput(variable.output(0))
              .addInput(value)
              .setAttr("dtype", DataType.DT_FLOAT)
              .build();
      assertThatExceptionOfType(ModelOpenException.class)
          .isThrownBy(() -> TfModels.of(graph, session, "scores").close())
          .withMessageContaining("no values yet")
          .withMessageContaining("Initialize or restore");

      assign(session, value, assign, 2, 3);
      try (Model early = TfModels.of(graph, session, "scores")) {
        assign(session, value, assign, 5, 7);
        try (Model late = TfModels.of(graph, session, "scores:0")) {
          assertThat(gradient(early)).containsExactly(2, 3);
          assertThat(gradient(late)).containsExactly(5, 7);
        }
      }
    }
  }

  @Test
  @DisplayName("names its outputs when another is asked for")
  void unknownOutput() {
    try (Graph graph = graph(FILES.resolve("closed-form-frozen.pb"));
        Session session = new Session(graph)) {
      assertThatExceptionOfType(ModelOpenException.class)
          .isThrownBy(() -> TfModels.of(graph, session, "scores").close())
          .withMessageContaining("\"scores\"")
          .withMessageContaining("Identity");
    }
  }

  private static float[] gradient(Model model) {
    try (Capture capture = model.hook(Layer.INPUT).forward(Tensor.of(Shape.of(1, 2, 1, 1), 1, 1))) {
      Tensor cotangent = Tensor.of(capture.output().shape(), 1, 1);
      return capture.gradients(cotangent).values().iterator().next().toArray();
    }
  }

  private static void assign(
      Session session, Output<?> value, GraphOperation assign, float... values) {
    try (TFloat32 tensor = TFloat32.tensorOf(StdArrays.ndCopyOf(values))) {
      session.runner().feed(value, tensor).addTarget(assign).run().close();
    }
  }

  private static Output<?> placeholder(Graph graph, String name, DataType type) {
    return graph
        .opBuilder("Placeholder", name, graph.baseScope())
        .setAttr("dtype", type)
        .build()
        .output(0);
  }

  private static Graph graph(Path file) {
    Graph graph = new Graph();
    try {
      graph.importGraphDef(GraphDef.parseFrom(Files.readAllBytes(file)));
      return graph;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private abstract static class Held implements ConformanceFixture {

    private final String way;

    Held(String way) {
      this.way = way;
    }

    @Override
    public BackendProvider provider() {
      return new TfBackend();
    }

    @Override
    public Path file(FixtureNetwork network) {
      return FILES.resolve(network.id() + "-" + way);
    }

    @Override
    public String layer(FixtureNetwork network, String name) {
      return name.replace('.', '/');
    }

    @Override
    public byte[] snapshot(Model model) {
      return Snapshot.of(model);
    }
  }
}
