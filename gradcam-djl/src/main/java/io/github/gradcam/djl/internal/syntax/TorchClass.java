package io.github.gradcam.djl.internal.syntax;

import java.util.Map;

/**
 * A class of the archive's source.
 *
 * @param name its qualified name, such as {@code __torch__.torch.nn.modules.conv.Conv2d}
 * @param parent what it extends: {@code Module}, {@code NamedTuple} ...
 * @param attributes types by name, in the order of their declaration
 * @param methods by name
 */
public record TorchClass(
    String name, String parent, Map<String, String> attributes, Map<String, Method> methods) {

  /** The name the user's framework knows it by, such as {@code Conv2d}. */
  public String kind() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
