package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Pair;
import io.github.gradcam.djl.internal.archive.ScriptArchive;
import io.github.gradcam.djl.internal.archive.TorchArchive;
import io.github.gradcam.djl.internal.engine.EngineErrors;
import io.github.gradcam.djl.internal.engine.Network;
import io.github.gradcam.djl.internal.rewrite.HelperModule;
import io.github.gradcam.djl.internal.rewrite.Instrumented;
import io.github.gradcam.djl.internal.rewrite.Rewriter;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.OutputChoice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Loads copies of TorchScript networks: the engine writes what it holds into a file, and that file
 * is rewritten as any other.
 */
final class Scripts implements AutoCloseable {

  private static final int MOST_ATTEMPTS = 50;

  private final Device device;
  private final OutputChoice choice;
  private final List<Network> loaded = new ArrayList<>();

  Scripts(Device device, OutputChoice choice) {
    this.device = device;
    this.choice = choice;
  }

  /** Where a network's weights are; the network itself is not asked for arrays of its own. */
  static ai.djl.Device device(PtSymbolBlock block, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      return JniUtils.moduleGetParams(block, (PtNDManager) scope).stream()
          .findFirst()
          .map(array -> array.getDevice())
          .orElse(ai.djl.Device.cpu());
    }
  }

  /** A module that hands tensors of other networks out and knows the way back. */
  Network helper() {
    return files(
        (whole, rewritten) -> {
          Files.write(rewritten, ScriptArchive.of(HelperModule.CLASS, HelperModule.texts()));
          Network network = Network.load(rewritten, device);
          loaded.add(network);
          return network;
        });
  }

  /**
   * A copy of a network.
   *
   * @param path its address
   * @param block the user's
   * @param role what becomes of its output
   */
  Node.Script load(String path, PtSymbolBlock block, Role role) {
    return files(
        (whole, rewritten) -> {
          Instrumented program = copied(path, block, role, whole, rewritten);
          Network network = Network.load(rewritten, device);
          loaded.add(network);
          if (!path.isEmpty()) {
            requireFloat32(path, network);
          }
          return new Node.Script(path, "PtSymbolBlock", network, program);
        });
  }

  /** Writes the network down and rewrites that, until no weight has changed meanwhile. */
  private Instrumented copied(
      String path, PtSymbolBlock block, Role role, Path whole, Path rewritten) throws IOException {
    for (int attempt = 1; ; attempt++) {
      writeDown(path, block, whole);
      try (TorchArchive archive = TorchArchive.open(whole);
          OutputStream out = Files.newOutputStream(rewritten)) {
        Instrumented program =
            role == Role.LAST
                ? Rewriter.rewrite(archive.sources(), archive.rootClass(), choice)
                : Rewriter.rewritePart(archive.sources(), archive.rootClass());
        archive.write(program.texts(), out);
        return program;
      } catch (ZipException changed) {
        // The check sum was taken of other weights: a step of training came between.
        if (attempt == MOST_ATTEMPTS) {
          throw new ModelOpenException(
              "The weights of the TorchScript network "
                  + (path.isEmpty() ? "" : "\"" + path + "\" ")
                  + "change all the time while they are copied. Look at it between two steps of its"
                  + " training.",
              changed);
        }
      }
    }
  }

  private static void writeDown(String path, PtSymbolBlock block, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      JniUtils.writeModule(block, out, false);
    } catch (ai.djl.engine.EngineException failed) {
      throw new ModelOpenException(
          "PyTorch cannot write the TorchScript network "
              + (path.isEmpty() ? "" : "\"" + path + "\" ")
              + "down, of which a copy is needed: "
              + EngineErrors.lastLine(failed)
              + ".",
          failed);
    }
  }

  /** Alone it may compute in any type; beside blocks of float32 it must do as they do. */
  private static void requireFloat32(String path, Network network) {
    for (Pair<String, Parameter> parameter : network.parameters()) {
      DataType type = parameter.getValue().getArray().getDataType();
      if (type.isFloating() && type != DataType.FLOAT32) {
        throw new ModelOpenException(
            "The weights of the TorchScript network \""
                + path
                + "\" are "
                + type
                + " (\""
                + parameter.getKey()
                + "\"), but it stands beside blocks of float32. Export it after model.float().");
      }
    }
  }

  static void requireOpen(String path, PtSymbolBlock block) {
    try {
      block.getHandle();
    } catch (IllegalStateException released) {
      ModelOpenException closed = Paths.closed(path);
      closed.initCause(released);
      throw closed;
    }
  }

  private interface Work<T> {
    T with(Path whole, Path rewritten) throws IOException;
  }

  private static <T> T files(Work<T> work) {
    try {
      Path folder = Files.createTempDirectory("gradcam");
      Path whole = folder.resolve("whole.pt");
      Path rewritten = folder.resolve("rewritten.pt");
      try {
        return work.with(whole, rewritten);
      } finally {
        Files.deleteIfExists(whole);
        Files.deleteIfExists(rewritten);
        Files.deleteIfExists(folder);
      }
    } catch (IOException failed) {
      throw new ModelOpenException(
          "A TorchScript network in memory is copied by way of a file in "
              + System.getProperty("java.io.tmpdir")
              + ", which failed: "
              + failed.getMessage()
              + ". It needs twice as much room as the weights; java.io.tmpdir names another place.",
          failed);
    }
  }

  /** Releases all that was loaded. */
  @Override
  public void close() {
    loaded.forEach(network -> network.lifetime().close());
  }
}
