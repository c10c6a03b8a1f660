package io.github.gradcam.examples.vgg16.export;

import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.examples.vgg16.network.WholeNetwork;
import io.github.gradcam.file.WholeFile;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The network as Deeplearning4j saves networks: a {@link ComputationGraph} that takes {@code [N, 3,
 * 224, 224]} as {@link Vgg16#PREPROCESSING} gives them, and gives probabilities. Its layers have
 * Keras's names.
 *
 * <p>Such an archive has no place for labels but objects of Java's, which nobody should read from a
 * file of a stranger's; they are in {@code ImagenetteClass}'s order.
 */
public final class DeeplearningArchive {

  private static final int HALF = 2;

  private DeeplearningArchive() {}

  /**
   * Writes the network.
   *
   * @param weights the convolutions' and the head's
   * @param zip where it will lie, whole or not at all, in an existing folder; an existing file is
   *     replaced
   * @throws io.github.gradcam.examples.vgg16.network.WeightsException if the weights are not a
   *     whole network's
   * @throws io.github.gradcam.error.WriteException if the file cannot be written
   */
  public static void write(Weights weights, Path zip) {
    WholeNetwork.of(weights);
    ComputationGraph graph = new ComputationGraph(configuration(weights));
    try {
      graph.init();
      for (String name : Vgg16.convolutions()) {
        graph.getLayer(name).getParam("W").assign(array(weights.weight(name)));
        graph.getLayer(name).getParam("b").assign(row(weights.bias(name)));
      }
      // Deeplearning4j has a dense layer's inputs before its outputs.
      graph
          .getLayer(Vgg16.HEAD)
          .getParam("W")
          .assign(array(weights.weight(Vgg16.HEAD)).transpose());
      graph.getLayer(Vgg16.HEAD).getParam("b").assign(row(weights.bias(Vgg16.HEAD)));
      WholeFile.write(zip, out -> ModelSerializer.writeModel(graph, out, false));
    } finally {
      graph.close();
    }
  }

  private static ComputationGraphConfiguration configuration(Weights weights) {
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.FLOAT)
            .convolutionMode(ConvolutionMode.Same)
            .graphBuilder()
            .addInputs(LayerNames.INPUT);
    String last = LayerNames.INPUT;
    for (int block = 1; block <= Vgg16.BLOCKS; block++) {
      for (String name : Vgg16.convolutions(block)) {
        graph.addLayer(name, convolution(weights.bias(name).shape().size()), last);
        last = name;
      }
      graph.addLayer(LayerNames.pooling(block), pooling(), last);
      last = LayerNames.pooling(block);
    }
    return graph
        .addLayer(LayerNames.MEAN, new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), last)
        .addVertex(
            LayerNames.DIRECTION,
            new L2NormalizeVertex(new int[] {1}, LayerNames.LEAST_LENGTH),
            LayerNames.MEAN)
        .addLayer(
            Vgg16.HEAD,
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(weights.bias(Vgg16.HEAD).shape().size())
                .activation(Activation.SOFTMAX)
                .build(),
            LayerNames.DIRECTION)
        .setOutputs(Vgg16.HEAD)
        .setInputTypes(
            InputType.convolutional(
                Vgg16.INPUT.length(1), Vgg16.INPUT.length(2), Vgg16.INPUT.length(0)))
        .build();
  }

  private static ConvolutionLayer convolution(int channels) {
    return new ConvolutionLayer.Builder(3, 3).nOut(channels).activation(Activation.RELU).build();
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .kernelSize(HALF, HALF)
        .stride(HALF, HALF)
        .build();
  }

  private static INDArray array(Tensor tensor) {
    long[] shape = Arrays.stream(tensor.shape().toArray()).asLongStream().toArray();
    return Nd4j.create(tensor.toArray(), shape, 'c');
  }

  private static INDArray row(Tensor tensor) {
    return Nd4j.create(tensor.toArray(), new long[] {1, tensor.shape().size()}, 'c');
  }
}
