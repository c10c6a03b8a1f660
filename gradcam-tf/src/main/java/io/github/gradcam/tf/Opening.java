package io.github.gradcam.tf;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.Verdict;
import io.github.gradcam.tf.internal.engine.CheckpointWeights;
import io.github.gradcam.tf.internal.engine.Devices;
import io.github.gradcam.tf.internal.engine.LoadException;
import io.github.gradcam.tf.internal.engine.NoWeights;
import io.github.gradcam.tf.internal.engine.TfModel;
import io.github.gradcam.tf.internal.engine.Weights;
import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Inliner;
import io.github.gradcam.tf.internal.graph.InputsException;
import io.github.gradcam.tf.internal.graph.LogitFinder;
import io.github.gradcam.tf.internal.graph.MalformedGraphException;
import io.github.gradcam.tf.internal.graph.OneLine;
import io.github.gradcam.tf.internal.graph.Operations;
import io.github.gradcam.tf.internal.graph.RefusedOperationException;
import io.github.gradcam.tf.internal.graph.Restoring;
import io.github.gradcam.tf.internal.layer.Catalog;
import io.github.gradcam.tf.internal.layer.LayerFinder;
import io.github.gradcam.tf.internal.source.FrozenGraph;
import io.github.gradcam.tf.internal.source.Inspector;
import io.github.gradcam.tf.internal.source.SavedModelFolder;
import io.github.gradcam.tf.internal.source.Signatures;
import io.github.gradcam.tf.internal.source.SourceException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;

/** The way from a file to a model. */
final class Opening {

  private Opening() {}

  static Model open(Path source, SavedModelChoice choice, ModelOptions options) {
    Verdict verdict = Inspector.inspect(source);
    if (verdict instanceof Verdict.Refuses refused) {
      throw new ModelOpenException(refused.message());
    } else if (!(verdict instanceof Verdict.Opens opens)) {
      throw new ModelOpenException(
          source + " is neither a folder with a saved_model.pb nor a frozen graph of TensorFlow.");
    } else {
      return named(source.toString(), () -> opened(source, choice, opens.format(), options));
    }
  }

  private static Model opened(
      Path source, SavedModelChoice choice, String format, ModelOptions options) {
    Devices.require(options.device());
    ModelInfo info =
        new ModelInfo(
            String.valueOf(source.toAbsolutePath().normalize().getFileName()),
            format,
            TfBackend.NAME,
            Devices.runtime(),
            options.device());
    Operations operations = Devices.operations();
    Optional<SavedModelFolder> folder = Inspector.savedModel(source);
    if (folder.isEmpty()) {
      if (!choice.equals(SavedModelChoice.usual())) {
        throw new ModelOpenException(
            source
                + " is a single graph and has no tags and no signatures. Open it with"
                + " SavedModelChoice.usual(), and name an output with ModelOptions.output(…).");
      }
      GraphDef graph = FrozenGraph.read(source);
      String output = FrozenGraph.output(graph, options.output());
      FlatGraph flat = Inliner.inline(graph, operations, output);
      return model(flat, operations, new NoWeights(), info, options);
    }
    MetaGraphDef saved = folder.get().graph(choice.tags());
    String output = Signatures.output(saved, choice.signature(), options.output());
    Weights weights =
        new CheckpointWeights(folder.get().checkpoint(), Restoring.of(saved, operations));
    FlatGraph flat = Inliner.inline(saved.getGraphDef(), operations, output);
    return model(flat, operations, weights, info, options);
  }

  static Model model(
      FlatGraph flat,
      Operations operations,
      Weights weights,
      ModelInfo info,
      ModelOptions options) {
    LogitFinder.Found found = LogitFinder.of(flat);
    Catalog catalog = LayerFinder.find(found, operations);
    return TfModel.load(catalog, found.kind(), weights, info, options);
  }

  /** Work on a source, whose errors name it. */
  static <T> T named(String source, Supplier<T> work) {
    try {
      return work.get();
    } catch (SourceException | MalformedGraphException | LoadException unfit) {
      throw new ModelOpenException(
          source + " " + OneLine.of(String.valueOf(unfit.getMessage())) + ".", unfit);
    } catch (InputsException inputs) {
      throw new ModelOpenException(source + " " + tellInputs(inputs), inputs);
    } catch (RefusedOperationException refused) {
      throw new ModelOpenException(
          source
              + " cannot be explained: its output depends on the operation "
              + OneLine.of(refused.operation())
              + " (\""
              + OneLine.of(refused.label())
              + "\"). "
              + refused.getMessage(),
          refused);
    } catch (OutOfMemoryError full) {
      throw new ModelOpenException(
          source
              + " does not fit into the memory that Java may use ("
              + Runtime.getRuntime().maxMemory()
              + " bytes). Give it more with -Xmx.",
          full);
    }
  }

  private static String tellInputs(InputsException inputs) {
    return inputs.inputs().isEmpty()
        ? "gives an output that depends on no input. Choose another output, with"
            + " ModelOptions.output(…)."
        : "computes its output from several inputs: "
            + OneLine.of(String.join(", ", inputs.inputs()))
            + ". A network is explained that takes images alone. Choose an output that depends on"
            + " these alone, or export the network with the other inputs settled.";
  }
}
