package io.github.gradcam.dl4j.internal.engine;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.Cnn3DToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnn3DPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.modelimport.keras.preprocessors.TensorFlowCnnToFeedForwardPreProcessor;
import org.deeplearning4j.preprocessors.KerasFlattenRnnPreprocessor;
import org.deeplearning4j.preprocessors.PermutePreprocessor;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.nd4j.linalg.activations.Activation;

/** What brings arrays into the shape that a layer takes, one behind the other to a row. */
final class PreprocessorCases {

  private PreprocessorCases() {}

  static Stream<NetworkCase> all() {
    return Stream.of(grids(), volumes(), series(), keras()).flatMap(cases -> cases);
  }

  private static Stream<NetworkCase> grids() {
    return Stream.of(
        chain(
            "a grid to a row",
            new long[] {2, 3, 4, 2},
            new CnnToFeedForwardPreProcessor(4, 2, 3, CNN2DFormat.NCHW)),
        chain(
            "a grid to a row, channels last",
            new long[] {2, 4, 2, 3},
            new CnnToFeedForwardPreProcessor(4, 2, 3, CNN2DFormat.NHWC)),
        chain(
            "a row to a grid and back",
            new long[] {2, 24},
            new FeedForwardToCnnPreProcessor(4, 2, 3),
            new CnnToFeedForwardPreProcessor(4, 2, 3, CNN2DFormat.NCHW)),
        chain(
            "several at once",
            new long[] {2, 24},
            new ComposableInputPreProcessor(
                new FeedForwardToCnnPreProcessor(4, 2, 3),
                new CnnToFeedForwardPreProcessor(4, 2, 3, CNN2DFormat.NCHW))));
  }

  private static Stream<NetworkCase> volumes() {
    return Stream.of(true, false)
        .map(
            first ->
                chain(
                    "a row to a volume and back, channels " + (first ? "first" : "last"),
                    new long[] {2, 48},
                    new FeedForwardToCnn3DPreProcessor(2, 4, 2, 3, first),
                    new Cnn3DToFeedForwardPreProcessor(2L, 4L, 2L, 3L, first)));
  }

  private static Stream<NetworkCase> series() {
    return Stream.of(RNNFormat.values())
        .flatMap(
            format -> {
              long[] shape = format == RNNFormat.NCW ? new long[] {2, 6, 3} : new long[] {2, 3, 6};
              return Stream.of(
                  chain(
                      "a series to rows and back, " + format,
                      shape,
                      new RnnToFeedForwardPreProcessor(format),
                      new FeedForwardToRnnPreProcessor(format),
                      new KerasFlattenRnnPreprocessor(6, 3)),
                  chain(
                      "a series to grids and back, " + format,
                      shape,
                      new RnnToCnnPreProcessor(3, 2, 1, format),
                      new CnnToRnnPreProcessor(3, 2, 1, format),
                      new KerasFlattenRnnPreprocessor(6, 3)));
            });
  }

  private static Stream<NetworkCase> keras() {
    return Stream.of(
        chain(
            "a grid to a row as TensorFlow has it",
            new long[] {2, 3, 4, 2},
            new TensorFlowCnnToFeedForwardPreProcessor(4, 2, 3)),
        chain(
            "turned axes",
            new long[] {2, 6, 3},
            new PermutePreprocessor(2, 1),
            new KerasFlattenRnnPreprocessor(3, 6)),
        chain(
            "turned axes of a grid",
            new long[] {2, 3, 4, 2},
            new PermutePreprocessor(3, 1, 2),
            new CnnToFeedForwardPreProcessor(3, 4, 2, CNN2DFormat.NCHW)),
        chain(
            "another shape",
            new long[] {2, 24},
            new ReshapePreprocessor(new long[] {24}, new long[] {4, 2, 3}, false),
            new ReshapePreprocessor(
                new long[] {2, 4, 2, 3}, new long[] {2, 24}, true, CNN2DFormat.NHWC)),
        chain(
            "another shape, volumes",
            new long[] {2, 24},
            new ReshapePreprocessor(
                new long[] {24}, new long[] {2, 2, 2, 3}, false, Convolution3D.DataFormat.NDHWC),
            new Cnn3DToFeedForwardPreProcessor(2L, 2L, 2L, 3L, false)));
  }

  private static NetworkCase chain(String name, long[] shape, InputPreProcessor... preprocessors) {
    int length = 1;
    for (int axis = 1; axis < shape.length; axis++) {
      length *= (int) shape[axis];
    }
    int inputs = length;
    return NetworkCase.of(
        name,
        () ->
            Networks.bare(
                graph -> {
                  String last = "in";
                  for (int i = 0; i < preprocessors.length; i++) {
                    graph.addVertex(
                        "p" + i, new PreprocessorVertex(preprocessors[i].clone()), last);
                    last = "p" + i;
                  }
                  return graph
                      .addLayer(
                          "out",
                          new OutputLayer.Builder()
                              .nIn(inputs)
                              .nOut(3)
                              .activation(Activation.SOFTMAX)
                              .build(),
                          last)
                      .setOutputs("out");
                }),
        () -> Numbers.normal(1, shape));
  }
}
