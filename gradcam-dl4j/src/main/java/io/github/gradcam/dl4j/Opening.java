package io.github.gradcam.dl4j;

import io.github.gradcam.dl4j.internal.engine.Devices;
import io.github.gradcam.dl4j.internal.engine.Dl4jModel;
import io.github.gradcam.dl4j.internal.plan.GraphPlan;
import io.github.gradcam.dl4j.internal.plan.NetworkPlan;
import io.github.gradcam.dl4j.internal.plan.Plan;
import io.github.gradcam.dl4j.internal.plan.PlanException;
import io.github.gradcam.dl4j.internal.rule.RuleBook;
import io.github.gradcam.dl4j.internal.source.Inspector;
import io.github.gradcam.dl4j.internal.source.Network;
import io.github.gradcam.dl4j.internal.source.NetworkReader;
import io.github.gradcam.dl4j.internal.source.SourceException;
import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The way from a file, or from what an application holds, to a model. */
final class Opening {

  private final LayerRules rules;
  private final ModelOptions options;

  Opening(LayerRules rules, ModelOptions options) {
    this.rules = rules;
    this.options = options;
  }

  Model open(Path source) {
    Verdict verdict = Inspector.inspect(source);
    if (verdict instanceof Verdict.Refuses refused) {
      throw new ModelOpenException(refused.message());
    } else if (!(verdict instanceof Verdict.Opens opens)) {
      throw new ModelOpenException(
          source + " is neither a network of Deeplearning4j's nor a file of Keras 2.");
    } else {
      String name = String.valueOf(source.toAbsolutePath().normalize().getFileName());
      return made(
          source.toString(),
          () -> {
            Network network = NetworkReader.read(source, rules.types());
            ModelInfo info = info(name, opens.format());
            if (network instanceof Network.Layers layers) {
              return model(layers.network(), layers.input(), info);
            } else if (network instanceof Network.Graph graph) {
              return model(graph.network(), graph.input(), info);
            }
            throw new IllegalStateException("unknown network " + network);
          });
    }
  }

  Model of(MultiLayerNetwork network) {
    return made(
        "The network",
        () -> {
          requireParameters(network.params());
          MultiLayerNetwork copy =
              new MultiLayerNetwork(network.getLayerWiseConfigurations().clone());
          copy.init(network.params().dup(), false);
          return model(copy, Optional.empty(), info("network", "MultiLayerNetwork in memory"));
        });
  }

  Model of(ComputationGraph graph) {
    return made(
        "The graph",
        () -> {
          requireParameters(graph.params());
          ComputationGraph copy = new ComputationGraph(copied(graph.getConfiguration()));
          copy.init(graph.params().dup(), false);
          return model(copy, Optional.empty(), info("graph", "ComputationGraph in memory"));
        });
  }

  /** The library's copy forgets a merge's axis and a reshape's order: such vertices are shared. */
  private static ComputationGraphConfiguration copied(ComputationGraphConfiguration given) {
    ComputationGraphConfiguration copy = given.clone();
    given
        .getVertices()
        .forEach(
            (name, vertex) -> {
              GraphVertex inner =
                  vertex instanceof FrozenVertex frozen ? frozen.getUnderlying() : vertex;
              if (!(inner instanceof LayerVertex)) {
                copy.getVertices().put(name, vertex);
              }
            });
    return copy;
  }

  private static void requireParameters(@Nullable INDArray parameters) {
    if (parameters == null || parameters.isEmpty()) {
      throw new ModelOpenException(
          "The network has no parameters, from which an explanation could come: either it holds no"
              + " layer that has any, or it was not initialised, and init() must be called first.");
    }
  }

  private Model model(MultiLayerNetwork network, Optional<InputType> told, ModelInfo info) {
    return model(
        () -> NetworkPlan.of(network, new RuleBook(rules), options.output(), told),
        network.params(),
        info);
  }

  private Model model(ComputationGraph graph, Optional<InputType> told, ModelInfo info) {
    return model(
        () -> GraphPlan.of(graph, new RuleBook(rules), options.output(), told),
        graph.params(),
        info);
  }

  private Model model(Supplier<Plan> plan, INDArray parameters, ModelInfo info) {
    try {
      return new Dl4jModel(plan.get(), parameters, info, options);
    } catch (RuntimeException | Error failed) {
      parameters.close();
      throw failed;
    }
  }

  /** Makes a model outside whatever workspace the application has open; errors name the source. */
  private Model made(String source, Supplier<Model> work) {
    Devices.require(options.device());
    options.threads().ifPresent(Devices::use);
    try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return work.get();
    } catch (SourceException | PlanException unfit) {
      throw new ModelOpenException(source + " " + unfit.getMessage() + ".", unfit);
    } catch (OutOfMemoryError full) {
      throw new ModelOpenException(
          source
              + " does not fit into the memory that Java may use ("
              + Runtime.getRuntime().maxMemory()
              + " bytes, and as much again outside its heap). Give it more with -Xmx.",
          full);
    }
  }

  private ModelInfo info(String name, String format) {
    return new ModelInfo(name, format, Dl4jBackend.NAME, Devices.runtime(), options.device());
  }
}
