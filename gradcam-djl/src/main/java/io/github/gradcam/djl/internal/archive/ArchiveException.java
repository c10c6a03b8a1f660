package io.github.gradcam.djl.internal.archive;

import java.io.IOException;

/** An archive that PyTorch would not have written; the message says why, and what to do. */
public final class ArchiveException extends IOException {

  private static final long serialVersionUID = 1L;

  /** An error about a file, from the part of a sentence that says what is wrong. */
  ArchiveException(String wrong) {
    super(
        "is not an archive as PyTorch writes it: "
            + wrong
            + ". Copy or export it again; if it comes from somebody else, do not trust it");
  }
}
