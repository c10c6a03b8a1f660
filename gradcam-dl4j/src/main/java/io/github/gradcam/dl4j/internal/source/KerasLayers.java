package io.github.gradcam.dl4j.internal.source;

import static io.github.gradcam.dl4j.internal.source.KerasTranslation.one;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.PoolingType;

/** The layers of Keras 2 that are known, by class. */
final class KerasLayers {

  private static final KerasTranslation NOTHING = one((layer, input) -> KerasStep.nothing(input));

  private static final Map<String, KerasTranslation> BY_TYPE =
      Map.ofEntries(
          Map.entry("Conv2D", one(KerasConvolutions::convolution)),
          Map.entry("DepthwiseConv2D", one(KerasConvolutions::depthwise)),
          Map.entry("SeparableConv2D", one(KerasConvolutions::separable)),
          Map.entry("Conv2DTranspose", one(KerasConvolutions::transposed)),
          Map.entry("Dense", one(KerasConvolutions::dense)),
          Map.entry("Activation", one(KerasActivations::activation)),
          Map.entry("ReLU", one(KerasActivations::relu)),
          Map.entry("LeakyReLU", one(KerasActivations::leaky)),
          Map.entry("ELU", one(KerasActivations::elu)),
          Map.entry("ThresholdedReLU", one(KerasActivations::thresholded)),
          Map.entry("PReLU", one(KerasActivations::prelu)),
          Map.entry("Softmax", one(KerasActivations::softmax)),
          Map.entry("BatchNormalization", one(KerasNorms::batch)),
          Map.entry("Rescaling", one(KerasNorms::rescaling)),
          Map.entry("Normalization", one(KerasNorms::normalization)),
          Map.entry("MaxPooling2D", KerasPoolings.pooling(PoolingType.MAX)),
          Map.entry("AveragePooling2D", KerasPoolings.pooling(PoolingType.AVG)),
          Map.entry("GlobalMaxPooling2D", KerasPoolings.global(PoolingType.MAX)),
          Map.entry("GlobalAveragePooling2D", KerasPoolings.global(PoolingType.AVG)),
          Map.entry("Flatten", one(KerasShapes::flatten)),
          Map.entry("Reshape", one(KerasShapes::reshape)),
          Map.entry("ZeroPadding2D", one(KerasShapes::padding)),
          Map.entry("Cropping2D", one(KerasShapes::cropping)),
          Map.entry("UpSampling2D", one(KerasShapes::upsampling)),
          Map.entry("Add", KerasMerges.elementwise(ElementWiseVertex.Op.Add)),
          Map.entry("Subtract", KerasMerges.elementwise(ElementWiseVertex.Op.Subtract)),
          Map.entry("Multiply", KerasMerges.elementwise(ElementWiseVertex.Op.Product)),
          Map.entry("Average", KerasMerges.elementwise(ElementWiseVertex.Op.Average)),
          Map.entry("Maximum", KerasMerges.elementwise(ElementWiseVertex.Op.Max)),
          Map.entry("Concatenate", KerasMerges::concatenate),
          Map.entry("Dropout", NOTHING),
          Map.entry("SpatialDropout2D", NOTHING),
          Map.entry("GaussianDropout", NOTHING),
          Map.entry("AlphaDropout", NOTHING),
          Map.entry("GaussianNoise", NOTHING),
          Map.entry("ActivityRegularization", NOTHING));

  private KerasLayers() {}

  /**
   * How a kind of layer is computed.
   *
   * @throws SourceException if Deeplearning4j has nothing that computes the same
   */
  static KerasTranslation translation(String type, String name) {
    KerasTranslation known = BY_TYPE.get(type);
    if (known == null) {
      throw new SourceException(
          "has the layer "
              + Shown.quoted(name)
              + " ("
              + Shown.text(type)
              + "), a kind that is not opened from Keras files. Export the network as a SavedModel"
              + " with model.export(folder), which gradcam-tf opens, or build it without this"
              + " layer");
    }
    return known;
  }

  /**
   * What a layer becomes.
   *
   * @throws SourceException if Deeplearning4j has nothing that computes the same
   */
  static List<KerasStep> steps(KerasLayer layer, List<KerasShape> inputs) {
    KerasTranslation translation = translation(layer.type(), layer.name());
    if (layer.settings().text("data_format", "channels_last").equals("channels_first")) {
      throw layer.refused(
          "which has the channels first. Build the network with data_format=\"channels_last\"");
    }
    return translation.steps(layer, inputs);
  }
}
