package io.github.gradcam.djl.internal.rewrite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The TorchScript that is put into every archive, from this jar's own resources. */
final class Helpers {

  /** The dotted name of the file of functions. */
  static final String MODULE = "__torch__.io_github_gradcam";

  private Helpers() {}

  /** The functions: how a tensor is handed out. */
  static String functions() {
    return read("functions.torchscript");
  }

  /** The methods of the network's own class: how a pass is run. */
  static String methods() {
    return read("methods.torchscript") + read("gradients.torchscript");
  }

  /** A module of its own for networks that bring no source: taps and the way back. */
  static String module() {
    return read("helper.torchscript") + read("gradients.torchscript");
  }

  private static String read(String name) {
    try (InputStream in = Helpers.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is missing from gradcam-djl.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
