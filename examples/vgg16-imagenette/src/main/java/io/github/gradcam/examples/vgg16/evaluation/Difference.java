package io.github.gradcam.examples.vgg16.evaluation;

/**
 * A photo that two engines take for different things.
 *
 * @param first what one says
 * @param second what the other says
 */
record Difference(Answer first, Answer second) {

  private static final double NEAR = 1e-3;

  /**
   * Whether it is a tie: for either engine the two highest scores lie so near that rounding, which
   * engines do in different order, decides.
   */
  boolean tie() {
    return tied(first) || tied(second);
  }

  private static boolean tied(Answer answer) {
    double highest = answer.logits().get(answer.predicted());
    double next = answer.logits().get(answer.runnerUp());
    return highest - next <= NEAR * Math.max(1, Math.abs(highest));
  }
}
