package io.github.gradcam.djl.internal.block;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.pytorch.engine.PtSymbolBlock;
import io.github.gradcam.djl.internal.engine.Devices;
import io.github.gradcam.djl.internal.engine.TorchModel;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.spi.Lifetime;
import io.github.gradcam.tensor.Shape;
import java.util.Optional;

/** Makes models of blocks. */
public final class BlockModels {

  private BlockModels() {}

  /**
   * A model of a block, as it is at this moment.
   *
   * @param block the user's; it is read and not changed
   * @param name what it is called
   * @param backend the backend's name
   * @param options what the user wants; where empty, it runs where the block's parameters are
   */
  public static Model of(Block block, String name, String backend, Optional<ModelOptions> options) {
    return block instanceof Tap tap
        ? of(tap.inner(), name, backend, options)
        : copied(block, name, backend, options);
  }

  private static Model copied(
      Block block, String name, String backend, Optional<ModelOptions> options) {
    Survey survey = Survey.of(block);
    ModelOptions wanted = options.orElseGet(ModelOptions::defaults);
    Device device = options.isPresent() ? present(options.get().device()) : device(survey);
    io.github.gradcam.model.Device shown = Devices.fromEngine(device);
    String kind = Insides.kind(block);
    String format =
        block instanceof PtSymbolBlock ? "TorchScript (in memory)" : "DJL block (" + kind + ")";
    ModelInfo info =
        new ModelInfo(name.isEmpty() ? kind : name, format, backend, Devices.runtime(), shown);
    Scripts scripts = new Scripts(shown, wanted.output());
    try {
      if (block instanceof PtSymbolBlock script) {
        Node.Script node = scripts.load("", script, Role.LAST);
        return new TorchModel(node.network(), node.program(), info, wanted);
      }
      return tree(block, survey, scripts, Devices.engine().newBaseManager(device), wanted, info);
    } catch (RuntimeException | Error failed) {
      scripts.close();
      throw failed;
    }
  }

  private static Model tree(
      Block block,
      Survey survey,
      Scripts scripts,
      NDManager manager,
      ModelOptions wanted,
      ModelInfo info) {
    try {
      Planner planner = new Planner(scripts);
      Node root = planner.plan("", block, Role.LAST);
      Ending ending = Ending.of(root, manager);
      Places places = new Places(root, planner.taps().values(), ending.behind());
      Weights weights = Weights.copy(survey, manager);
      Optional<Shape> shape = wanted.inputShape().or(() -> Recorded.shape(block, survey));
      Lifetime lifetime =
          new Lifetime(
              () -> {
                scripts.close();
                manager.close();
              });
      BlockPasses passes =
          new BlockPasses(
              new Plan(ending.root(), planner.taps(), weights, places),
              new Helper(scripts.helper()),
              Recorded.inputs(root, shape),
              Outputs.of(root, wanted.output()),
              lifetime);
      OutputKind kind = ending.kind().orElseGet(() -> Probabilities.seen(passes, root, shape));
      return new BlockModel(passes, info, kind, shape);
    } catch (RuntimeException | Error failed) {
      manager.close();
      throw failed;
    }
  }

  private static Device present(io.github.gradcam.model.Device device) {
    Devices.require(device);
    return Devices.toEngine(device);
  }

  private static Device device(Survey survey) {
    if (survey.device().isPresent() || survey.scripts().isEmpty()) {
      return survey.device().orElse(Device.cpu());
    }
    try (NDManager manager = Devices.engine().newBaseManager(Device.cpu())) {
      return Scripts.device(survey.scripts().get(0), manager);
    }
  }
}
