package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Layers in which every unit sees every number, or every channel at its place. */
final class DenseCases {

  private DenseCases() {}

  static Stream<NetworkCase> all() {
    Supplier<INDArray> vectors = () -> Numbers.normal(1, 2, 5);
    Stream<NetworkCase> whole =
        Stream.of(
            NetworkCase.of(
                "dense, without bias, sigmoid scores",
                () ->
                    Networks.bare(
                        new DenseLayer.Builder()
                            .nIn(5)
                            .nOut(4)
                            .hasBias(false)
                            .activation(Activation.RELU)
                            .build(),
                        new OutputLayer.Builder(LossFunctions.LossFunction.XENT)
                            .nIn(4)
                            .nOut(3)
                            .hasBias(false)
                            .activation(Activation.SIGMOID)
                            .build()),
                vectors),
            dense("dense, with layer norm", true, vectors),
            dense("dense, with layer norm, without bias", false, vectors),
            NetworkCase.of(
                "auto-encoder",
                () ->
                    Networks.bare(
                        new AutoEncoder.Builder()
                            .nIn(5)
                            .nOut(4)
                            .activation(Activation.TANH)
                            .build(),
                        scores()),
                vectors),
            NetworkCase.of(
                "centre loss",
                () ->
                    Networks.bare(
                        new DenseLayer.Builder().nIn(5).nOut(4).activation(Activation.TANH).build(),
                        new CenterLossOutputLayer.Builder()
                            .nIn(4)
                            .nOut(3)
                            .activation(Activation.SOFTMAX)
                            .build()),
                vectors));
    return Stream.concat(
        Stream.concat(whole, Arrays.stream(RNNFormat.values()).map(DenseCases::distributed)),
        Arrays.stream(RNNFormat.values())
            .map(
                format ->
                    NetworkCase.of(
                        "dense at each place, " + format,
                        () -> Networks.bare(Grids.places(3, format)),
                        () ->
                            format == RNNFormat.NCW
                                ? Numbers.normal(1, 2, 3, 4)
                                : Numbers.normal(1, 2, 4, 3))));
  }

  private static NetworkCase distributed(RNNFormat format) {
    Layer inner = new DenseLayer.Builder().nIn(3).nOut(5).activation(Activation.RELU).build();
    return NetworkCase.of(
        "distributed over time, " + format,
        () ->
            Networks.graph(
                InputType.recurrent(3, 4, format),
                graph ->
                    graph
                        .addLayer("distributed", new TimeDistributed(inner, format), "in")
                        .addLayer("scores", Grids.places(5, format), "distributed")
                        .setOutputs("scores")),
        () -> format == RNNFormat.NCW ? Numbers.normal(1, 2, 3, 4) : Numbers.normal(1, 2, 4, 3));
  }

  private static NetworkCase dense(String name, boolean bias, Supplier<INDArray> input) {
    return NetworkCase.of(
        name,
        () ->
            Networks.bare(
                new DenseLayer.Builder()
                    .nIn(5)
                    .nOut(4)
                    .hasLayerNorm(true)
                    .hasBias(bias)
                    .activation(Activation.TANH)
                    .build(),
                scores()),
        input);
  }

  private static Layer scores() {
    return new OutputLayer.Builder().nIn(4).nOut(3).activation(Activation.SOFTMAX).build();
  }
}
