package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.ParameterList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import io.github.gradcam.model.Device;
import io.github.gradcam.spi.Lifetime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The network as the engine holds it. Its methods may run in any number of threads at once. */
public final class Network {

  private final NDManager manager;
  private final PtSymbolBlock block;
  private final List<PtSymbolBlock> scripts = new CopyOnWriteArrayList<>();
  private final Lifetime lifetime;

  private Network(NDManager manager, PtSymbolBlock block) {
    this.manager = manager;
    this.block = block;
    this.lifetime =
        new Lifetime(
            () -> {
              scripts.forEach(PtSymbolBlock::close);
              block.close();
              manager.close();
            });
  }

  /** Loads an archive, in evaluation mode, with parameters that take no gradients. */
  public static Network load(Path archive, Device device) {
    PtNDManager manager = (PtNDManager) Devices.engine().newBaseManager(Devices.toEngine(device));
    try {
      PtSymbolBlock block =
          JniUtils.loadModule(manager, archive, true, new String[0], new String[0], true);
      JniUtils.enableInferenceMode(block);
      block.freezeParameters(true);
      return new Network(manager, block);
    } catch (ai.djl.engine.EngineException failed) {
      manager.close();
      throw LoadErrors.of(failed, Devices.runtime());
    } catch (RuntimeException | Error failed) {
      manager.close();
      throw failed;
    }
  }

  /** How long it may be used. */
  public Lifetime lifetime() {
    return lifetime;
  }

  /** Closes it, as soon as nobody uses it. */
  public void close() {
    lifetime.close();
  }

  /** A manager for the arrays of one pass. */
  public NDManager newManager() {
    return manager.newSubManager();
  }

  /** The parameters and buffers, by name. */
  public ParameterList parameters() {
    return block.getParameters();
  }

  /** Runs a method: see {@link Script#run}. */
  public List<NDArray> run(NDManager owner, String method, List<NDArray> arguments) {
    return new Script(block).run(owner, method, arguments);
  }

  /** What owns all that lives as long as the network. */
  NDManager manager() {
    return manager;
  }

  /** Loads a program without weights, which lives as long as the network. */
  Script script(byte[] archive) {
    try {
      PtSymbolBlock loaded =
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
      scripts.add(loaded);
      return new Script(loaded);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
