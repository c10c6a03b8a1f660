package io.github.gradcam.dl4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationPReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A function with parameters of its own, which no file can hold. */
@DisplayName("A parametric ReLU that is no layer")
class ParametricReluTest {

  @Test
  @DisplayName("gives what Deeplearning4j gives, and has a way back that agrees with differences")
  void rule() {
    INDArray slopes = Numbers.normal(3, 3, 1, 1);
    MultiLayerNetwork network =
        Networks.of(
            InputType.convolutional(4, 3, 2, CNN2DFormat.NCHW),
            new ConvolutionLayer.Builder(2, 2).nOut(3).activation(Activation.IDENTITY).build(),
            new ActivationLayer(new ActivationPReLU(slopes, new long[] {2, 3})),
            new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build());
    INDArray input = Numbers.normal(4, 2, 2, 4, 3);
    Library library = Library.of(network);
    Trial trial = new Trial(library.plan(), input);

    Span layer = Span.of(trial.plan()).get(1);
    assertThat(
            Numbers.distance(trial.value(layer.output()), library.activations(layer.path(), input)))
        .isLessThan(1e-12);
    assertThat(Proof.of(trial)).allMatch(proof -> proof.error() < Proof.BOUND);
  }
}
