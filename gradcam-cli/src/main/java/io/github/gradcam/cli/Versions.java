package io.github.gradcam.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The versions that {@code --version} prints, from the jars' manifests. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "gradcam " + of(Versions.class),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
    };
  }

  /** The version of the jar that holds a class. */
  static String of(Class<?> type) {
    return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("unpackaged");
  }
}
