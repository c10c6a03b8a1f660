package io.github.gradcam.djl.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads from what is not trusted: counts what really comes, whatever was declared. */
final class Limited {

  private static final int CHUNK = 1 << 16;

  private Limited() {}

  /** Copies all bytes and counts them, or an error if there are more than the limit. */
  static long copy(InputStream in, OutputStream out, long limit) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long total = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      total += read;
      if (total > limit) {
        throw new ArchiveException("an entry unpacks to more than the " + limit + " bytes it has");
      }
      out.write(chunk, 0, read);
    }
    return total;
  }
}
