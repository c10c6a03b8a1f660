package io.github.gradcam.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Small networks for images {@code [3, 9, 8]}, with many kinds of layers, and weights by a seed.
 */
public final class SmallNetworks {

  public static final int CHANNELS = 3;
  public static final int HEIGHT = 9;
  public static final int WIDTH = 8;

  /** A layer of {@link #graph} in the middle. */
  public static final String LAYER = "conv2";

  private SmallNetworks() {}

  /** As Deeplearning4j writes it. */
  public static byte[] saved(Model network) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ModelSerializer.writeModel(network, bytes, true);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Layers that follow one another. */
  public static MultiLayerNetwork layers(CNN2DFormat format) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.FLOAT)
                .convolutionMode(ConvolutionMode.Same)
                .list()
                .layer(
                    new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .activation(Activation.LEAKYRELU)
                        .dropOut(0.8)
                        .build())
                .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
                .layer(new BatchNormalization())
                .layer(new SeparableConvolution2D.Builder(3, 3).nOut(4).build())
                .layer(new DepthwiseConvolution2D.Builder(2, 2).depthMultiplier(2).build())
                .layer(new ActivationLayer(Activation.ELU))
                .layer(new DenseLayer.Builder().nOut(5).activation(Activation.TANH).build())
                .layer(new DropoutLayer(0.5))
                .layer(new OutputLayer.Builder().nOut(4).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(HEIGHT, WIDTH, CHANNELS, format))
                .build());
    network.init();
    return network;
  }

  /** Layers and vertices that branch and join. */
  public static ComputationGraph graph() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(4)
                .updater(new Adam(0.01))
                .dataType(DataType.FLOAT)
                .graphBuilder()
                .addInputs("image")
                .addLayer("pad", new ZeroPaddingLayer(1, 1), "image")
                .addLayer("conv1", convolution(4, 3), "pad")
                .addLayer("lrn", new LocalResponseNormalization(), "conv1")
                .addLayer("conv2", convolution(4, 1), "lrn")
                .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "lrn", "conv2")
                .addVertex("merge", new MergeVertex(), "add", "conv1")
                .addLayer(
                    "prelu",
                    new PReLULayer.Builder().inputShape(8, HEIGHT, WIDTH).sharedAxes(2).build(),
                    "merge")
                .addLayer("up", new Upsampling2D.Builder(2).build(), "prelu")
                .addLayer("back", new Deconvolution2D.Builder(2, 2).nOut(3).build(), "up")
                .addLayer("crop", new Cropping2D(1, 0, 0, 1), "back")
                .addLayer("depth", new SpaceToDepthLayer.Builder(2).build(), "crop")
                .addVertex("scale", new ScaleVertex(0.5), "depth")
                .addLayer(
                    "pool", new GlobalPoolingLayer.Builder(PoolingType.PNORM).build(), "scale")
                .addLayer(
                    "out",
                    new OutputLayer.Builder().nOut(4).activation(Activation.SOFTMAX).build(),
                    "pool")
                .setOutputs("out")
                .setInputTypes(InputType.convolutional(HEIGHT, WIDTH, CHANNELS))
                .build());
    graph.init();
    return graph;
  }

  /** Images for these networks, the same each time. */
  public static INDArray images(int count) {
    return Nd4j.linspace(DataType.FLOAT, -1, 0.003, (long) count * CHANNELS * HEIGHT * WIDTH)
        .reshape('c', count, CHANNELS, HEIGHT, WIDTH);
  }

  private static ConvolutionLayer convolution(int channels, int side) {
    return new ConvolutionLayer.Builder(side, side)
        .nOut(channels)
        .activation(Activation.TANH)
        .build();
  }
}
