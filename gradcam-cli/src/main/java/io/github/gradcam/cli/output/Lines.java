package io.github.gradcam.cli.output;

import io.github.gradcam.error.WriteException;
import java.io.PrintWriter;

/**
 * Standard output, a line at a time: each is there at once, and one that gets lost is an error.
 *
 * @param out where lines go
 */
record Lines(PrintWriter out) {

  void add(String line) {
    out.println(line);
    if (out.checkError()) { // which flushes first
      throw new WriteException(
          "Standard output cannot be written to: it was closed, or its disk is full.");
    }
  }
}
