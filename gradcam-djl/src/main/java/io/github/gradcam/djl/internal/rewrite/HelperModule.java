package io.github.gradcam.djl.internal.rewrite;

import java.util.Map;

/**
 * The source of a module without weights, for networks that have no source of their own: it hands
 * tensors out ({@code gradcam_taken}), puts others in their place ({@code gradcam_given}), tells
 * whether gradients lead to one ({@code gradcam_traced}) and knows the way back ({@code
 * gradcam_gradients}).
 */
public final class HelperModule {

  private static final String FILE = "__torch__.io_github_gradcam_helper";

  /** The qualified name of its class. */
  public static final String CLASS = FILE + ".Helper";

  private HelperModule() {}

  /** By dotted module name, the text of every file. */
  public static Map<String, String> texts() {
    return Map.of(
        Helpers.MODULE, Helpers.functions(), FILE, Helpers.module().replace("${class}", CLASS));
  }
}
