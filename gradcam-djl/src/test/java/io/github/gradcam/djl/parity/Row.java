package io.github.gradcam.djl.parity;

import java.util.List;
import java.util.Locale;

/**
 * One file's line in the table; numbers are differences, relative to the largest number expected.
 *
 * @param network the network
 * @param form how it was exported
 * @param layers how many layers were found; negative if there is no file, or it was not opened
 * @param chosen the layer that was chosen by itself, and its grid
 * @param simpler the difference of the map by default and as the file writes it; not a number where
 *     that is the same computation
 * @param logits the output's difference
 * @param activations the activations' largest difference
 * @param gradients the gradients' largest difference
 * @param resumed the largest difference of output and gradients after going on with other
 *     activations
 * @param reason why a number is not there or not small; empty if all is well
 */
record Row(
    String network,
    String form,
    int layers,
    String chosen,
    double simpler,
    double logits,
    double activations,
    double gradients,
    double resumed,
    String reason) {

  /** What float32 sums in another order may differ by. */
  static final double NEAR = 1e-5;

  private static final int REFUSED = -1;
  private static final int UNMADE = -2;

  /** A file that is not opened. */
  static Row refused(String network, String form, String reason) {
    return without(network, form, REFUSED, reason);
  }

  /** A file that PyTorch does not make. */
  static Row unmade(String network, String form, String reason) {
    return without(network, form, UNMADE, reason);
  }

  private static Row without(String network, String form, int layers, String reason) {
    double nothing = Double.NaN;
    return new Row(network, form, layers, "", nothing, nothing, nothing, nothing, nothing, reason);
  }

  /** Whether everything agrees. */
  boolean isFine() {
    return logits <= NEAR && activations <= NEAR && gradients <= NEAR && resumed <= NEAR;
  }

  /** As a line of text that {@link #parse} reads. */
  String text() {
    return String.join(
        "\t",
        List.of(
            network,
            form,
            String.valueOf(layers),
            chosen,
            String.valueOf(simpler),
            String.valueOf(logits),
            String.valueOf(activations),
            String.valueOf(gradients),
            String.valueOf(resumed),
            reason));
  }

  static Row parse(String text) {
    String[] words = text.split("\t", -1);
    return new Row(
        words[0],
        words[1],
        Integer.parseInt(words[2]),
        words[3],
        Double.parseDouble(words[4]),
        Double.parseDouble(words[5]),
        Double.parseDouble(words[6]),
        Double.parseDouble(words[7]),
        Double.parseDouble(words[8]),
        words[9]);
  }

  /** As a row of Markdown. */
  String markdown() {
    String resume = Double.isNaN(resumed) ? "" : resumed <= NEAR ? "yes" : number(resumed);
    return String.join(
        " | ",
        "| " + network,
        form,
        layers == UNMADE ? "–" : layers == REFUSED ? "no" : "yes",
        layers < 0 ? "" : String.valueOf(layers),
        chosen,
        number(logits),
        number(activations),
        number(gradients),
        resume,
        Double.isNaN(simpler) ? "" : "⚡ " + number(simpler),
        reason.replace("|", "\\|") + " |");
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : value == 0 ? "0" : String.format(Locale.ROOT, "%.0e", value);
  }
}
