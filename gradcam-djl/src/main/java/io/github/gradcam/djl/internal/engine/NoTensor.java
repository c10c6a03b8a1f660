package io.github.gradcam.djl.internal.engine;

import io.github.gradcam.djl.internal.rewrite.Catalog;
import io.github.gradcam.error.UnexplainableLayerException;
import java.util.List;

/** Says of a module that returns no tensor what it returns, and what may be explained instead. */
final class NoTensor {

  private static final int MOST = 3;

  private NoTensor() {}

  static UnexplainableLayerException of(String layer, String type, Catalog catalog) {
    List<String> inside =
        catalog.addresses().values().stream()
            .filter(address -> !address.hidden() && address.text().startsWith(layer + "."))
            .map(address -> "\"" + address.text() + "\"")
            .filter(address -> !address.contains("@"))
            .toList();
    String instead =
        inside.isEmpty()
            ? "Choose a layer before or behind it"
            : "Choose a layer inside it, such as "
                + String.join(
                    ", ", inside.subList(Math.max(0, inside.size() - MOST), inside.size()));
    return new UnexplainableLayerException(
        layer,
        "The module \""
            + layer
            + "\" returns "
            + named(type)
            + ", and a layer must return a single tensor. "
            + instead
            + ", or name what flows into the layer behind it (\"layer@input\").");
  }

  private static String named(String type) {
    if (type.isEmpty() || type.equals("NoneType")) {
      return "nothing";
    } else if (type.startsWith("Tuple[")) {
      return "a tuple (" + type + ")";
    } else if (type.startsWith("List[")) {
      return "a list (" + type + ")";
    } else if (type.startsWith("Dict[")) {
      return "a dictionary (" + type + ")";
    }
    return type.startsWith("__torch__.")
        ? "an object (" + type.substring(type.lastIndexOf('.') + 1) + ")"
        : "something of the type " + type;
  }
}
