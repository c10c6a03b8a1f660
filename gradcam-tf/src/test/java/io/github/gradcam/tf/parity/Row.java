package io.github.gradcam.tf.parity;

import java.util.List;
import java.util.Locale;

/**
 * One file's line in the table; numbers are differences, relative to the largest number expected.
 *
 * @param network the network
 * @param way how it was saved
 * @param layers how many layers were found; negative if the file was not opened
 * @param count how many layers Keras has; 0 without Keras
 * @param chosen the layer that was chosen by itself, and its grid
 * @param logits the output's difference
 * @param activations the activations' largest difference
 * @param gradients the gradients' largest difference
 * @param reason why a number is not there or not small; empty if all is well
 */
record Row(
    String network,
    String way,
    int layers,
    int count,
    String chosen,
    double logits,
    double activations,
    double gradients,
    String reason) {

  /** What float32 sums in another order may differ by. */
  static final double NEAR = 1e-5;

  private static final int REFUSED = -1;

  /** A file that is not opened. */
  static Row refused(String network, String way, int count, String reason) {
    double nothing = Double.NaN;
    return new Row(network, way, REFUSED, count, "", nothing, nothing, nothing, reason);
  }

  /** Whether everything agrees. */
  boolean isFine() {
    return logits <= NEAR && activations <= NEAR && gradients <= NEAR;
  }

  /** As a line of text that {@link #parse} reads. */
  String text() {
    return String.join(
        "\t",
        List.of(
            network,
            way,
            String.valueOf(layers),
            String.valueOf(count),
            chosen,
            String.valueOf(logits),
            String.valueOf(activations),
            String.valueOf(gradients),
            reason.replaceAll("\\s+", " ")));
  }

  static Row parse(String text) {
    String[] words = text.split("\t", -1);
    return new Row(
        words[0],
        words[1],
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]),
        words[4],
        Double.parseDouble(words[5]),
        Double.parseDouble(words[6]),
        Double.parseDouble(words[7]),
        words[8]);
  }

  /** As a row of Markdown. */
  String markdown() {
    boolean opens = layers != REFUSED;
    return String.join(
        " | ",
        "| " + network,
        way,
        opens ? "yes" : "no",
        opens ? layers + (count > 0 ? " of " + count : "") : "",
        chosen,
        number(logits),
        number(activations),
        number(gradients),
        reason.replace("|", "\\|") + " |");
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : value == 0 ? "0" : String.format(Locale.ROOT, "%.0e", value);
  }
}
