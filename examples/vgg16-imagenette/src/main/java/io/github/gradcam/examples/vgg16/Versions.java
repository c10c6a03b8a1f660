package io.github.gradcam.examples.vgg16;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The versions that {@code --version} prints. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "gradcam-vgg16 "
          + Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
              .orElse("unpackaged"),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
    };
  }
}
