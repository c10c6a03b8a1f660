package io.github.gradcam.dl4j.internal.source;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Small networks with random weights, and an image for them. */
final class Nets {

  private static final int SIZE = 8;

  private Nets() {}

  static INDArray image(DataType type) {
    return Nd4j.linspace(DataType.DOUBLE, -1, 0.005, 2L * 2 * SIZE * SIZE)
        .reshape('c', 2, 2, SIZE, SIZE)
        .castTo(type);
  }

  static MultiLayerNetwork layers(DataType type) {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .dataType(type)
            .updater(new Adam(0.01))
            .list()
            .layer(
                new ConvolutionLayer.Builder(3, 3)
                    .nOut(3)
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(Activation.LEAKYRELU)
                    .dropOut(0.8)
                    .build())
            .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
            .layer(new BatchNormalization())
            .layer(new OutputLayer.Builder().nOut(4).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(SIZE, SIZE, 2))
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  static ComputationGraph graph(DataType type) {
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(4)
            .dataType(type)
            .graphBuilder()
            .addInputs("image")
            .addLayer("conv1", convolution(), "image")
            .addLayer("conv2", convolution(), "conv1")
            .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "conv1", "conv2")
            .addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "add")
            .addLayer(
                "out",
                new OutputLayer.Builder().nOut(4).activation(Activation.SOFTMAX).build(),
                "pool")
            .setOutputs("out")
            .setInputTypes(InputType.convolutional(SIZE, SIZE, 2))
            .build();
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    return network;
  }

  private static ConvolutionLayer convolution() {
    return new ConvolutionLayer.Builder(3, 3)
        .nOut(3)
        .convolutionMode(ConvolutionMode.Same)
        .activation(Activation.TANH)
        .build();
  }
}
