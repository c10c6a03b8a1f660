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
    List<String> result = new ArrayList<>(lines);
    for (int i = classes.size() - 1; i >= 0; i--) {
      String addition = additions.get(classes.get(i));
      if (addition != null) {
        result.add(requireNonNull(ends.get(classes.get(i))), addition.stripTrailing());
      }
    }
    return String.join("\n", result) + "\n";
  }
}
