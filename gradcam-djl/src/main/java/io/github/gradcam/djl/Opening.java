package io.github.gradcam.djl;

import io.github.gradcam.djl.internal.archive.ArchiveException;
import io.github.gradcam.djl.internal.archive.Inspector;
import io.github.gradcam.djl.internal.archive.TorchArchive;
import io.github.gradcam.djl.internal.engine.Devices;
import io.github.gradcam.djl.internal.engine.Network;
import io.github.gradcam.djl.internal.engine.TorchModel;
import io.github.gradcam.djl.internal.rewrite.Instrumented;
import io.github.gradcam.djl.internal.rewrite.Rewriter;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * Opens a file: reads its source, rewrites it, and lets the engine load the archive that results.
 */
final class Opening {

  private Opening() {}

  static Model open(Path source, ModelOptions options) {
    Verdict verdict = Inspector.inspect(source);
    if (verdict instanceof Verdict.Refuses refused) {
      throw new ModelOpenException(refused.message());
    } else if (!(verdict instanceof Verdict.Opens opens)) {
      throw new ModelOpenException(
          source + " is not a TorchScript archive: it is no zip with code/ and data.pkl in it.");
    } else {
      return open(source, options, opens.format());
    }
  }

  private static Model open(Path source, ModelOptions options, String format) {
    try (TorchArchive archive = TorchArchive.open(source)) {
      // The file may be another one by now.
      archive.requireTorchScript();
      Instrumented program =
          Rewriter.rewrite(archive.sources(), archive.rootClass(), options.output());
      Devices.require(options.device());
      options.threads().ifPresent(Devices::useThreads);
      Network network = load(archive, program.texts(), options.device());
      ModelInfo info =
          new ModelInfo(
              String.valueOf(source.getFileName()),
              format,
              DjlBackend.NAME,
              Devices.runtime(),
              options.device());
      return model(network, program, info, options);
    } catch (ArchiveException foreign) {
      throw new ModelOpenException(source + " " + foreign.getMessage() + ".", foreign);
    } catch (ZipException damaged) {
      throw new ModelOpenException(
          source + " is damaged: " + damaged.getMessage() + ". Copy it again.", damaged);
    } catch (IOException unreadable) {
      throw new ModelOpenException(
          source + " cannot be read as an archive: " + unreadable.getMessage() + ".", unreadable);
    } catch (OutOfMemoryError full) {
      throw new ModelOpenException(
          source
              + " does not fit into the memory that Java may use ("
              + Runtime.getRuntime().maxMemory()
              + " bytes). Give it more with -Xmx.",
          full);
    }
  }

  private static Model model(
      Network network, Instrumented program, ModelInfo info, ModelOptions options) {
    try {
      return new TorchModel(network, program, info, options);
    } catch (RuntimeException | Error failed) {
      network.close();
      throw failed;
    }
  }

  /** The engine keeps weights that gradients may pass only when it loads from a file. */
  private static Network load(TorchArchive archive, Map<String, String> texts, Device device)
      throws IOException {
    try (Rewritten rewritten = Rewritten.create()) {
      try (OutputStream out = rewritten.stream()) {
        archive.write(texts, out);
      }
      return Network.load(rewritten.path(), device);
    }
  }
}
