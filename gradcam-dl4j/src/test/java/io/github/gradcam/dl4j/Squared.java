package io.github.gradcam.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** A layer of an application's own. */
public class Squared extends SameDiffLambdaLayer {

  @Override
  public SDVariable defineLayer(SameDiff sameDiff, SDVariable x) {
    return x.mul(x);
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input;
  }
}
