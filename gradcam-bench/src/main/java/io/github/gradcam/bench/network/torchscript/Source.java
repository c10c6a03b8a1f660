package io.github.gradcam.bench.network.torchscript;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The classes of a network's modules as TorchScript's source; modules alike share one. */
final class Source {

  private static final String SELF = "@self";
  private static final String ROOT = "__torch__.";

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, StringBuilder> files = new LinkedHashMap<>();
  private final Map<String, String> classes = new HashMap<>();
  private int mangled;

  /** The source of a network with all that is in it. */
  static Source of(Module network) {
    Source source = new Source();
    source.add(network);
    return source;
  }

  /** The texts of the archive's entries, by name. */
  Map<String, String> files() {
    return files.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
  }

  /** The full name of a module's class. */
  String type(Module module) {
    String name = names.get(module.path());
    if (name == null) {
      throw new IllegalArgumentException(module.path() + " is no module of this network");
    }
    return name;
  }

  private void add(Module module) {
    module.children().values().forEach(this::add);
    String text = text(module);
    String known = classes.get(module.type() + text);
    if (known == null) {
      known = free(module.type());
      classes.put(module.type() + text, known);
      int dot = known.lastIndexOf('.');
      String file = "code/" + known.substring(0, dot).replace('.', '/') + ".py";
      files
          .computeIfAbsent(file, key -> new StringBuilder())
          .append("class ")
          .append(known.substring(dot + 1))
          .append("(Module):\n")
          .append(text.replace(SELF, known));
    }
    names.put(module.path(), known);
  }

  private String free(String type) {
    String plain = ROOT + type;
    if (!classes.containsValue(plain)) {
      return plain;
    }
    int dot = plain.lastIndexOf('.');
    return plain.substring(0, dot) + ".___torch_mangle_" + mangled++ + plain.substring(dot);
  }

  private String text(Module module) {
    StringBuilder text = new StringBuilder();
    text.append("  __parameters__ = [").append(quoted(module, Tensor.PARAMETER)).append("]\n");
    text.append("  __buffers__ = [").append(quoted(module, Tensor.BUFFER)).append("]\n");
    module.tensors().keySet().forEach(name -> text.append("  %s : Tensor\n".formatted(name)));
    text.append("  training : bool\n  _is_full_backward_hook : Optional[bool]\n");
    module
        .children()
        .forEach(
            (name, child) ->
                text.append(
                    (Character.isDigit(name.charAt(0))
                            ? "  __annotations__[\"%s\"] = %s\n"
                            : "  %s : %s\n")
                        .formatted(name, type(child))));
    return text.append("  def forward(self: ")
        .append(SELF)
        .append(",\n    input: Tensor) -> Tensor:\n")
        .append(module.forward())
        .toString();
  }

  private static String quoted(Module module, Tensor kind) {
    return module.tensors().entrySet().stream()
        .filter(entry -> entry.getValue() == kind)
        .map(entry -> "\"" + entry.getKey() + "\", ")
        .collect(Collectors.joining());
  }
}
