package io.github.gradcam;

import java.util.Optional;

/**
 * What the network says of one class.
 *
 * @param classIndex from 0
 * @param label the class's name, if labels were given
 * @param score the network's output for the class
 * @param probability between 0 and 1
 */
public record Prediction(int classIndex, Optional<String> label, double score, double probability) {

  /** The label, or {@code class 17} where there is none. */
  public String name() {
    return label.orElse("class " + classIndex);
  }
}
