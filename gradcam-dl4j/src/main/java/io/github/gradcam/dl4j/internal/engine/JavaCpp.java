package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.spi.SharedLibrary;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/** The bridge between Java and C++ that ND4J shares with other engines. */
final class JavaCpp {

  /** Later than the one that ND4J asks for: the one that suits TensorFlow as well. */
  static final SharedLibrary LIBRARY = new SharedLibrary("org.bytedeco:javacpp", "1.5.11");

  private JavaCpp() {}

  /** The version on the class path; empty if it is not there, or cannot tell. */
  static Optional<String> found() {
    try {
      return Optional.ofNullable(Loader.getVersion());
    } catch (IOException | LinkageError silent) {
      return Optional.empty();
    }
  }
}
