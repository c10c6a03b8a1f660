package io.github.gradcam.djl;

import io.github.gradcam.error.ModelOpenException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The temporary file from which the engine loads; gone when closed.
 *
 * @param path where it lies
 */
record Rewritten(Path path) implements AutoCloseable {

  static Rewritten create() {
    try {
      return new Rewritten(Files.createTempFile("gradcam", ".pt"));
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  /**
   * Where to write; what goes wrong here is not the source's fault, and has an error of its own.
   */
  OutputStream stream() {
    try {
      return new Told(Files.newOutputStream(path));
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  private static ModelOpenException unwritable(IOException failed) {
    return new ModelOpenException(
        "No temporary file can be written in "
            + System.getProperty("java.io.tmpdir")
            + ", where the archive is rewritten before PyTorch loads it: "
            + failed.getMessage()
            + ". It needs as much room as the model's file; java.io.tmpdir names another place.",
        failed);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }

  private static final class Told extends FilterOutputStream {

    Told(OutputStream file) {
      super(file);
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        out.write(bytes, from, length);
      } catch (IOException failed) {
        throw unwritable(failed);
      }
    }

    @Override
    public void flush() {
      try {
        out.flush();
      } catch (IOException failed) {
        throw unwritable(failed);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException failed) {
        throw unwritable(failed);
      }
    }
  }
}
