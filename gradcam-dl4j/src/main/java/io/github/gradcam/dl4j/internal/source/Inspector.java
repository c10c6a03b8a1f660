package io.github.gradcam.dl4j.internal.source;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.spi.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Says what a file is by looking into it, without any native code. */
public final class Inspector {

  private static final int HEAD = 64;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private Inspector() {}

  /**
   * Looks.
   *
   * @param source a file or folder
   * @throws ModelOpenException if it cannot be read
   */
  public static Verdict inspect(Path source) {
    if (!Files.exists(source)) {
      throw new ModelOpenException("There is no file " + source + ".");
    }
    if (!Files.isRegularFile(source)) {
      return new Verdict.Unknown();
    }
    try {
      byte[] head = head(source);
      if (startsWith(head, ZIP)) {
        return ZipContent.of(source);
      }
      if (startsWith(head, HDF5)) {
        return KerasContent.of(source);
      }
      return Foreign.refusal(source, head)
          .<Verdict>map(why -> new Verdict.Refuses(source + why))
          .orElseGet(Verdict.Unknown::new);
    } catch (SourceException odd) {
      return new Verdict.Refuses(source + " " + odd.getMessage() + ".");
    } catch (IOException unreadable) {
      throw new ModelOpenException(
          source + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
    }
  }

  /** Whether a file begins like HDF5. */
  static boolean isHdf5(Path source) {
    try {
      return startsWith(head(source), HDF5);
    } catch (IOException unreadable) {
      throw new SourceException("cannot be read: " + SourceException.line(unreadable), unreadable);
    }
  }

  private static byte[] head(Path source) throws IOException {
    try (InputStream in = Files.newInputStream(source)) {
      return in.readNBytes(HEAD);
    }
  }

  private static boolean startsWith(byte[] head, byte[] wanted) {
    return Arrays.equals(Arrays.copyOf(head, wanted.length), wanted);
  }
}
