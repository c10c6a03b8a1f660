package io.github.gradcam.cli.setup;

import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.error.NearestNames;
import io.github.gradcam.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What is to be explained, from what was typed. */
public final class Targets {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
  private static final String NAMED = "label:";

  private Targets() {}

  /**
   * Reads classes and how many of the best there are to be.
   *
   * <p>A class that is a whole number is an index. Anything else is a label, exactly as it is
   * written; {@code label:} before it is taken off, which reaches labels that are numbers
   * themselves ({@code label:7}) or begin with {@code label:}.
   *
   * @param classes in the order in which they were typed; may be empty
   * @param top how many of the best classes, after those that were named
   * @param labels the classes' names by index; may be empty
   * @return all of them, or the predicted class if there are none
   * @throws InvalidTargetException if a label does not exist, an index is no index, or {@code top}
   *     is less than 1
   */
  public static Target of(List<String> classes, OptionalInt top, List<String> labels) {
    List<Target> targets = new ArrayList<>();
    for (String name : classes) {
      targets.add(NUMBER.matcher(name).matches() ? numbered(name) : labelled(name, labels));
    }
    top.ifPresent(k -> targets.add(Target.top(k)));
    return switch (targets.size()) {
      case 0 -> Target.predicted();
      case 1 -> targets.get(0);
      default -> Target.each(targets.toArray(Target[]::new));
    };
  }

  private static Target numbered(String number) {
    try {
      int index = Integer.parseInt(number);
      if (index >= 0) {
        return Target.ofClass(index);
      }
    } catch (NumberFormatException e) {
      throw notAnIndex(number);
    }
    throw notAnIndex(number);
  }

  private static InvalidTargetException notAnIndex(String number) {
    return new InvalidTargetException(
        "The class "
            + number
            + " cannot exist: classes are counted from 0. If it is a label, write "
            + NAMED
            + number
            + ".");
  }

  private static Target labelled(String written, List<String> labels) {
    String label = written.startsWith(NAMED) ? written.substring(NAMED.length()) : written;
    if (labels.isEmpty()) {
      throw new InvalidTargetException(
          "The class \""
              + label
              + "\" is asked for by name, but nothing names the classes. Say --labels, or name the"
              + " class by its number.");
    }
    if (!labels.contains(label)) {
      throw new InvalidTargetException(
          "No class is called \""
              + label
              + "\". "
              + NearestNames.sentence(NearestNames.of(label, labels)));
    }
    return Target.ofClass(label);
  }
}
