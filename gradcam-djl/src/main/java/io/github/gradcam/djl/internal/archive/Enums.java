package io.github.gradcam.djl.internal.archive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the enumerations that source declares: PyTorch's loader trusts a pickle to know them. */
final class Enums {

  private static final Pattern CLASS = Pattern.compile("class (\\w+)\\(Enum\\):");
  private static final Pattern CONSTANT =
      Pattern.compile("  \\w+ = (?:\"([\\w .-]*)\"|(-?\\d{1,9}))");

  private Enums() {}

  /**
   * The values of each enumeration, as text.
   *
   * @param sources by dotted module name, the text of every file
   * @return by qualified name of the class
   */
  static Map<String, Set<String>> of(Map<String, String> sources) {
    Map<String, Set<String>> enums = new HashMap<>();
    sources.forEach(
        (module, text) -> {
          if (text.contains("(Enum):")) {
            read(module, text, enums);
          }
        });
    return enums;
  }

  private static void read(String module, String text, Map<String, Set<String>> enums) {
    Set<String> values = new HashSet<>();
    for (String line : text.lines().toList()) {
      Matcher type = CLASS.matcher(line);
      Matcher constant = CONSTANT.matcher(line);
      if (type.matches()) {
        values = enums.computeIfAbsent(module + "." + type.group(1), name -> new HashSet<>());
      } else if (!line.startsWith("  ")) {
        values = new HashSet<>();
      } else if (constant.matches()) {
        values.add(constant.group(1) != null ? constant.group(1) : constant.group(2));
      }
    }
  }
}
