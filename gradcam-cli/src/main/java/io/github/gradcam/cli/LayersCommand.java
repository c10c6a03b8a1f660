package io.github.gradcam.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.gradcam.Models;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists a model's layers. */
@Command(
    name = "layers",
    description =
        "List a model's layers in the order of their execution: path, kind, output shape.",
    mixinStandardHelpOptions = true)
final class LayersCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "A model file or folder.")
  private Path file;

  @Option(names = "--json", description = "One JSON object a line: path, kind, shape.")
  private boolean json;

  @Option(
      names = "--input",
      paramLabel = "C,H,W",
      split = ",",
      description = "The shape of one input, where the file does not tell; mostly 3,224,224.")
  private int @Nullable [] input;

  private record Row(String path, String kind, int[] shape) {}

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    ModelOptions.Builder options = ModelOptions.builder();
    if (input != null) {
      options.inputShape(Shape.of(input));
    }
    try (Model model = Models.load(file, options.build())) {
      List<Layer> layers = model.layers();
      if (json) {
        Gson gson = new GsonBuilder().disableHtmlEscaping().create();
        layers.forEach(layer -> out.println(gson.toJson(row(layer))));
      } else {
        Table table = Table.of("LAYER", "KIND", "OUTPUT");
        for (Layer layer : layers) {
          table = table.with(layer.path(), layer.kind(), layer.outputShape().toString());
        }
        table.print(out);
      }
    }
  }

  private static Row row(Layer layer) {
    Shape shape = layer.outputShape();
    return new Row(
        layer.path(), layer.kind(), IntStream.range(0, shape.rank()).map(shape::length).toArray());
  }
}
