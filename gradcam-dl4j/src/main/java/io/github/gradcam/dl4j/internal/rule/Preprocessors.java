package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;

/** The rule of each preprocessor. */
final class Preprocessors {

  private Preprocessors() {}

  static LayerRule rule(InputPreProcessor preprocessor) {
    if (preprocessor instanceof CnnToFeedForwardPreProcessor) {
      return new Flatten();
    }
    throw new UnknownTypeException(preprocessor.getClass());
  }
}
