package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.spi.SharedLibrary;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/** The bridge between Java and C++ that TensorFlow shares with other engines. */
final class JavaCpp {

  /** The one that TensorFlow's Java code was compiled with. */
  static final SharedLibrary LIBRARY = new SharedLibrary("org.bytedeco:javacpp", "1.5.11");

  private JavaCpp() {}

  /**
   * The version on the class path; empty if it is not there, or repacked so that it cannot tell.
   */
  static Optional<String> found() {
    try {
      return Optional.ofNullable(Loader.getVersion());
    } catch (IOException | LinkageError silent) {
      return Optional.empty();
    }
  }
}
