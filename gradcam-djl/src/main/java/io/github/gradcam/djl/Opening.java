package io.github.gradcam.djl;

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
import java.nio.file.Files;
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
      Instrumented program =
          Rewriter.rewrite(archive.sources(), archive.rootClass(), options.output());
      Devices.require(options.device());
      Network network = load(archive, program.texts(), options.device());
      ModelInfo info =
          new ModelInfo(
              String.valueOf(source.getFileName()),
              format,
              DjlBackend.NAME,
              Devices.runtime(),
              options.device());
      return new TorchModel(network, program, info, options);
    } catch (ZipException damaged) {
      throw new ModelOpenException(
          source + " is damaged: " + damaged.getMessage() + ". Copy it again.", damaged);
    } catch (IOException unreadable) {
      throw new ModelOpenException(
          source
              + " cannot be read as an archive, or not be rewritten in "
              + System.getProperty("java.io.tmpdir")
              + ": "
              + unreadable.getMessage()
              + ".",
          unreadable);
    }
  }

  /** The engine keeps weights that gradients may pass only when it loads from a file. */
  private static Network load(TorchArchive archive, Map<String, String> texts, Device device)
      throws IOException {
    Path rewritten = temporary();
    try {
      archive.write(texts, rewritten);
      return Network.load(rewritten, device);
    } finally {
      Files.deleteIfExists(rewritten);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("gradcam", ".pt");
    } catch (IOException failed) {
      throw new ModelOpenException(
          "No temporary file can be made in "
              + System.getProperty("java.io.tmpdir")
              + ", where the archive is rewritten before PyTorch loads it. It needs as much room as"
              + " the model's file; java.io.tmpdir names another place.",
          failed);
    }
  }
}
