package io.github.gradcam.dl4j.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;

/** Writes the demo network as Deeplearning4j does, with the same bytes each time. */
public final class DemoArchive {

  /** The name of the file. */
  static final String NAME = "imagenette-cnn.zip";

  private static final String WEIGHTS = "imagenette-cnn.safetensors";
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

  private DemoArchive() {}

  /**
   * Writes it.
   *
   * @param args the folder with the weights, where the archive goes
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.write(folder.resolve(NAME), of(folder));
  }

  /** The archive. */
  static byte[] of(Path folder) throws IOException {
    ComputationGraph network = DemoNetwork.of(Weights.read(folder.resolve(WEIGHTS)));
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, saved, false);
    return dated(saved.toByteArray());
  }

  /** The same entries with a time that does not pass. */
  private static byte[] dated(byte[] archive) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry dated = new ZipEntry(entry.getName());
        dated.setTimeLocal(ALWAYS);
        out.putNextEntry(dated);
        in.transferTo(out);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
