package io.github.gradcam.spi;

import io.github.gradcam.error.BackendUnavailableException;
import java.util.Optional;

/**
 * A library that engines share, of which one version suits them: a build tool puts only one version
 * on a class path, and chooses it by rules that know nothing of engines.
 *
 * @param artifact what it is, {@code groupId:artifactId}
 * @param version the one that suits
 */
public record SharedLibrary(String artifact, String version) {

  /**
   * What is to be said when an engine does not link because of it.
   *
   * @param engine the engine's name
   * @param found the version on the class path; empty if it is not there, or does not tell
   * @param error what the JVM says
   * @return the error, or empty if the version is the right one: then something else is wrong
   */
  public Optional<BackendUnavailableException> explain(
      String engine, Optional<String> found, LinkageError error) {
    if (found.filter(version::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new BackendUnavailableException(
            engine
                + " needs "
                + artifact
                + " "
                + version
                + ", but "
                + found.map(other -> other + " is on the class path").orElse("finds none of it")
                + ": "
                + error.getMessage()
                + ". Another dependency may ask for it. Say which one is to be used: in Maven's"
                + " dependencyManagement, or as a strict constraint of Gradle, "
                + artifact
                + ":"
                + version
                + ", and the same version wherever it has a classifier.",
            error));
  }
}
