package io.github.gradcam.cli.report;

/** How sure the network is of the class it predicts, in three steps. */
enum Confidence {
  LOW("below 50 %", 0.5),
  MIDDLE("50 to 80 %", 0.8),
  HIGH("80 % and above", Double.POSITIVE_INFINITY);

  private final String words;
  private final double end;

  Confidence(String words, double end) {
    this.words = words;
    this.end = end;
  }

  /** Such as {@code below 50 %}. */
  String words() {
    return words;
  }

  /** The class that marks it in the page. */
  String mark() {
    return "p" + ordinal();
  }

  static Confidence of(double probability) {
    for (Confidence each : values()) {
      if (probability < each.end) {
        return each;
      }
    }
    return HIGH;
  }
}
