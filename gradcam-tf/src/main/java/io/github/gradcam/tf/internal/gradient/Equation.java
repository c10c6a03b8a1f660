package io.github.gradcam.tf.internal.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tensorflow.Output;

/**
 * What an {@code Einsum} computes, with a letter for each dimension.
 *
 * @param inputs the letters of each input
 * @param output the letters of the output
 */
record Equation(List<String> inputs, String output) {

  private static final String ELLIPSIS = "...";

  /**
   * For the dimensions that an ellipsis stands for, counted from the last one; no letter, as those
   * are taken.
   */
  private static final String SPARE = "0123456789";

  static Equation of(Step step) {
    String text = step.text("equation").replace(" ", "");
    int arrow = text.indexOf("->");
    if (arrow < 0) {
      throw step.unsupported("its equation \"" + text + "\" has no arrow.");
    }
    String[] terms = text.substring(0, arrow).split(",", -1);
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < terms.length; i++) {
      inputs.add(spelled(step, terms[i], step.x(i)));
    }
    Equation equation = new Equation(inputs, spelled(step, text.substring(arrow + 2), step.y()));
    equation.check(step, text);
    return equation;
  }

  private static String spelled(Step step, String term, Output<?> tensor) {
    int at = term.indexOf(ELLIPSIS);
    if (at < 0) {
      return term;
    }
    int rank = Dimensions.rank(tensor);
    int count = rank - (term.length() - ELLIPSIS.length());
    if (rank == Dimensions.UNKNOWN || count > SPARE.length()) {
      throw step.unsupported("what the ellipsis of its equation stands for is not known.");
    }
    String letters = new StringBuilder(SPARE.substring(0, count)).reverse().toString();
    return term.substring(0, at) + letters + term.substring(at + ELLIPSIS.length());
  }

  /**
   * Of two inputs at most; a dimension that goes without a partner, or is taken twice, is refused.
   */
  private void check(Step step, String text) {
    boolean isSimple = inputs.size() <= 2 && isDistinct(output);
    for (int i = 0; i < inputs.size(); i++) {
      String elsewhere = elsewhere(i);
      isSimple &=
          isDistinct(inputs.get(i))
              && inputs.get(i).chars().allMatch(letter -> elsewhere.indexOf(letter) >= 0);
    }
    if (!isSimple) {
      throw step.unsupported(
          "its equation \"" + text + "\" is not a plain product of two tensors.");
    }
  }

  private String elsewhere(int input) {
    StringBuilder letters = new StringBuilder(output);
    for (int i = 0; i < inputs.size(); i++) {
      letters.append(i == input ? "" : inputs.get(i));
    }
    return letters.toString();
  }

  private static boolean isDistinct(String letters) {
    return letters.chars().distinct().count() == letters.length();
  }

  /** The cotangent at an input: the product of what comes back with the other input. */
  Output<?> cotangent(Step step, int input) {
    List<String> terms = new ArrayList<>(List.of(output));
    List<Output<?>> tensors = new ArrayList<>(List.of(step.dy()));
    for (int i = 0; i < inputs.size(); i++) {
      if (i != input) {
        refuseRepeated(step, input, i);
        terms.add(inputs.get(i));
        tensors.add(step.x(i));
      }
    }
    return step.emit()
        .node("Einsum")
        .withList(tensors)
        .attribute("equation", plain(String.join(",", terms) + "->" + inputs.get(input)))
        .make();
  }

  /** A dimension of size one may stand for a larger one under an ellipsis. */
  private void refuseRepeated(Step step, int input, int other) {
    String letters = inputs.get(input);
    for (int axis = 0; axis < letters.length(); axis++) {
      int otherAxis = inputs.get(other).indexOf(letters.charAt(axis));
      if (otherAxis >= 0
          && Dimensions.size(step.x(input), axis) == 1
          && !Objects.equals(Dimensions.size(step.x(other), otherAxis), 1L)) {
        throw step.unsupported("it repeats a dimension of size one.");
      }
    }
  }

  /** TensorFlow takes letters only. */
  private static String plain(String equation) {
    List<Integer> free =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
            .chars()
            .filter(letter -> equation.indexOf(letter) < 0)
            .boxed()
            .toList();
    return equation
        .chars()
        .map(letter -> SPARE.indexOf(letter) < 0 ? letter : free.get(SPARE.indexOf(letter)))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
