package io.github.gradcam.dl4j.internal.rule;

import org.deeplearning4j.nn.conf.layers.CapsuleLayer;
import org.deeplearning4j.nn.conf.layers.CapsuleStrengthLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SpaceToBatchLayer;
import org.deeplearning4j.nn.conf.layers.objdetect.Yolo2OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.conf.ocnn.OCNNOutputLayer;

/** Layers of Deeplearning4j's that gradcam leaves alone, and why. */
final class Refused {

  private static final String RECURRENT =
      "It goes through time step by step, which gradcam does not follow back";
  private static final String LOOKED_UP = "It takes whole numbers, and no gradient leads to these";
  private static final String SAMEDIFF =
      "It is written in SameDiff, whose gradients gradcam does not use";

  private Refused() {}

  static void add(LayerTypes types) {
    types
        .refuse(LSTM.class, RECURRENT)
        .refuse(GravesLSTM.class, RECURRENT)
        .refuse(GravesBidirectionalLSTM.class, RECURRENT)
        .refuse(SimpleRnn.class, RECURRENT)
        .refuse(Bidirectional.class, RECURRENT)
        .refuse(LastTimeStep.class, RECURRENT)
        .refuse(MaskZeroLayer.class, RECURRENT)
        .refuse(EmbeddingLayer.class, LOOKED_UP)
        .refuse(EmbeddingSequenceLayer.class, LOOKED_UP)
        .refuse(SelfAttentionLayer.class, SAMEDIFF)
        .refuse(LearnedSelfAttentionLayer.class, SAMEDIFF)
        .refuse(RecurrentAttentionLayer.class, SAMEDIFF)
        .refuse(CapsuleLayer.class, SAMEDIFF)
        .refuse(CapsuleStrengthLayer.class, SAMEDIFF)
        .refuse(PrimaryCapsules.class, SAMEDIFF)
        .refuse(
            SpaceToBatchLayer.class,
            "It makes several items of one image, and nobody knows which belongs to which")
        .refuse(
            Yolo2OutputLayer.class,
            "It gives boxes, not classes. Explain the network without it, with a score of your own")
        .refuse(OCNNOutputLayer.class, "It tells one class from everything else, not classes")
        .refuse(VariationalAutoencoder.class, "It gives a distribution, not classes");
  }

  /** Why there is no rule for a layer that nobody thought of, or nothing. */
  static String reason(Layer layer) {
    return layer instanceof AbstractSameDiffLayer ? SAMEDIFF : "";
  }
}
