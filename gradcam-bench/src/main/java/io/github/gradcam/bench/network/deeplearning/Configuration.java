package io.github.gradcam.bench.network.deeplearning;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.architecture.Operation;
import io.github.gradcam.bench.network.architecture.Operation.Bias;
import io.github.gradcam.bench.network.architecture.Step;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A network's layers and vertices. */
final class Configuration {

  private static final String INPUT = "images";

  private Configuration() {}

  static ComputationGraphConfiguration of(Network network) {
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.FLOAT)
            .convolutionMode(ConvolutionMode.Truncate)
            .activation(Activation.IDENTITY)
            .weightInit(WeightInit.ZERO)
            .graphBuilder()
            .addInputs(INPUT);
    List<String> names = new ArrayList<>();
    for (Step step : network.steps()) {
      String[] inputs =
          step.inputs().stream()
              .map(number -> number == Network.IMAGES ? INPUT : names.get(number))
              .toArray(String[]::new);
      if (step.operation() instanceof Operation.Flatten) {
        // Deeplearning4j turns images into rows by itself where a layer needs them.
        names.add(inputs[0]);
        continue;
      }
      if (step.operation() instanceof Operation.Addition) {
        graph.addVertex(step.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs);
      } else {
        boolean last = names.size() == network.steps().size() - 1;
        graph.addLayer(step.name(), last ? output(step) : layer(step), inputs);
      }
      names.add(step.name());
    }
    return graph
        .setOutputs(names.get(names.size() - 1))
        .setInputTypes(InputType.convolutional(network.side(), network.side(), Network.COLOURS))
        .build();
  }

  private static Layer output(Step step) {
    Operation.Linear linear = (Operation.Linear) step.operation();
    return new OutputLayer.Builder(LossFunction.MSE)
        .nOut(linear.outputs())
        .activation(Activation.IDENTITY)
        .build();
  }

  private static Layer layer(Step step) {
    if (step.operation() instanceof Operation.Convolution convolution) {
      return convolution(convolution);
    } else if (step.operation() instanceof Operation.BatchNorm) {
      return new BatchNormalization.Builder()
          .eps(Operation.BatchNorm.EPSILON)
          .useLogStd(false)
          .build();
    } else if (step.operation() instanceof Operation.Relu) {
      return new ActivationLayer(Activation.RELU);
    } else if (step.operation() instanceof Operation.Relu6) {
      return new ActivationLayer(Activation.RELU6);
    } else if (step.operation() instanceof Operation.MaxPool pool) {
      return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
          .kernelSize(pool.kernel(), pool.kernel())
          .stride(pool.stride(), pool.stride())
          .padding(pool.padding(), pool.padding())
          .build();
    } else if (step.operation() instanceof Operation.GlobalAveragePool) {
      return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
    } else if (step.operation() instanceof Operation.Linear linear) {
      return new DenseLayer.Builder().nOut(linear.outputs()).build();
    }
    throw new IllegalArgumentException(step.toString());
  }

  private static Layer convolution(Operation.Convolution convolution) {
    if (convolution.isDepthwise()) {
      return new DepthwiseConvolution2D.Builder(convolution.kernel(), convolution.kernel())
          .depthMultiplier(1)
          .nOut(convolution.outputs())
          .stride(convolution.stride(), convolution.stride())
          .padding(convolution.padding(), convolution.padding())
          .hasBias(convolution.bias() == Bias.ADDED)
          .build();
    }
    return new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
        .nOut(convolution.outputs())
        .stride(convolution.stride(), convolution.stride())
        .padding(convolution.padding(), convolution.padding())
        .hasBias(convolution.bias() == Bias.ADDED)
        .build();
  }
}
