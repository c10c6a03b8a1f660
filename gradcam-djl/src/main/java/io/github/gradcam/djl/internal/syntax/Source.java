package io.github.gradcam.djl.internal.syntax;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One file of source.
 *
 * @param lines its lines
 * @param classes the classes in it
 * @param ends by class, the number of the line behind its last
 * @param functions the functions in it; they have no object
 */
public record Source(
    List<String> lines,
    List<TorchClass> classes,
    Map<TorchClass, Integer> ends,
    List<Method> functions) {

  /**
   * The text with methods added to classes.
   *
   * @param additions by class, the text of whole methods
   * @return the text
   */
  public String with(Map<TorchClass, String> additions) {
    List<String> result = new ArrayList<>();
    int copied = 0;
    for (TorchClass type : classes) {
      String addition = additions.get(type);
      if (addition != null) {
        int end = requireNonNull(ends.get(type));
        result.addAll(lines.subList(copied, end));
        result.add(addition.stripTrailing());
        copied = end;
      }
    }
    result.addAll(lines.subList(copied, lines.size()));
    return String.join("\n", result) + "\n";
  }
}
