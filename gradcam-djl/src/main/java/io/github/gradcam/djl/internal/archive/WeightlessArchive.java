package io.github.gradcam.djl.internal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipOutputStream;

/** A TorchScript archive of source alone: a module that holds its mode and nothing else. */
public final class WeightlessArchive {

  /** As pickled: protocol 2, "global" follows. */
  private static final byte[] HEAD = HexFormat.of().parseHex("800263");

  /** An object of that class with the attribute training, which is false. */
  private static final byte[] TAIL =
      HexFormat.of()
          .parseHex("71002981" + "7d28" + "5808000000747261696e696e67" + "7101" + "89" + "75622e");

  private static final byte[] NO_CONSTANTS = HexFormat.of().parseHex("8002292e");
  private static final byte[] VERSION = "3\n".getBytes(StandardCharsets.US_ASCII);

  private WeightlessArchive() {}

  /**
   * Writes one.
   *
   * @param sources by dotted module name, the text of every file
   * @param type the qualified name of the module's class
   * @param target the file
   */
  public static void write(Map<String, String> sources, String type, Path target)
      throws IOException {
    int dot = type.lastIndexOf('.');
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.writeBytes(HEAD);
    object.writeBytes((type.substring(0, dot) + "\n").getBytes(StandardCharsets.US_ASCII));
    object.writeBytes((type.substring(dot + 1) + "\n").getBytes(StandardCharsets.US_ASCII));
    object.writeBytes(TAIL);
    try (OutputStream file = Files.newOutputStream(target);
        ZipOutputStream out = new ZipOutputStream(file)) {
      TorchArchive.write("data.pkl", object.toByteArray(), out);
      TorchArchive.write("constants.pkl", NO_CONSTANTS, out);
      TorchArchive.write("version", VERSION, out);
      TorchArchive.write(sources, out);
    }
  }
}
