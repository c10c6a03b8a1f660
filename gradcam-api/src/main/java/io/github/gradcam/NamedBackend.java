package io.github.gradcam;

import io.github.gradcam.model.ModelOptions;
import java.util.Optional;

/**
 * The backend that somebody asked for.
 *
 * @param name as they wrote it
 * @param where where they wrote it, for a person
 */
record NamedBackend(String name, String where) {

  /** For a program as it stands, such as one whose source the user does not have. */
  static final String PROPERTY = "gradcam.backend";

  /** The one the options name, else the one the system property names. */
  static Optional<NamedBackend> of(ModelOptions options) {
    return options
        .backend()
        .map(name -> new NamedBackend(name, "the options"))
        .or(NamedBackend::set);
  }

  private static Optional<NamedBackend> set() {
    // A script's -Dgradcam.backend=$BACKEND is empty where nobody chose.
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> new NamedBackend(name, "-D" + PROPERTY));
  }
}
