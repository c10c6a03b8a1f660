package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.DataFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
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
import org.jspecify.annotations.Nullable;

/** The rules of each preprocessor, which brings arrays into the shape that a layer takes. */
final class Preprocessors {

  private Preprocessors() {}

  /** Every preprocessor there is a rule for. */
  static ByType<InputPreProcessor> all() {
    ByType<InputPreProcessor> all = new ByType<>();
    return all.add(CnnToFeedForwardPreProcessor.class, Preprocessors::row)
        .add(TensorFlowCnnToFeedForwardPreProcessor.class, Preprocessors::kerasRow)
        .add(Cnn3DToFeedForwardPreProcessor.class, Preprocessors::volumeRow)
        .add(FeedForwardToCnnPreProcessor.class, Preprocessors::grid)
        .add(FeedForwardToCnn3DPreProcessor.class, Preprocessors::volume)
        .add(RnnToFeedForwardPreProcessor.class, p -> one(new Fold(of(p.getRnnDataFormat()))))
        .add(FeedForwardToRnnPreProcessor.class, p -> one(new Unfold(of(p.getRnnDataFormat()))))
        .add(RnnToCnnPreProcessor.class, Preprocessors::frames)
        .add(CnnToRnnPreProcessor.class, Preprocessors::series)
        .add(KerasFlattenRnnPreprocessor.class, p -> one(new Flatten(List.of())))
        .add(PermutePreprocessor.class, Preprocessors::permuted)
        .add(ReshapePreprocessor.class, Preprocessors::reshaped)
        .add(
            ComposableInputPreProcessor.class,
            chain ->
                Arrays.stream(chain.getInputPreProcessors())
                    .flatMap(part -> all.rules(part).stream())
                    .toList());
  }

  private static List<LayerRule> one(LayerRule rule) {
    return List.of(rule);
  }

  private static Layout of(@Nullable RNNFormat format) {
    return format == null ? Layout.CHANNELS_FIRST : Channels.of(format);
  }

  private static List<LayerRule> row(CnnToFeedForwardPreProcessor p) {
    boolean last = p.getFormat() == CNN2DFormat.NHWC;
    return one(
        new Flatten(lengths(last, p.getNumChannels(), p.getInputHeight(), p.getInputWidth())));
  }

  private static List<LayerRule> kerasRow(CnnToFeedForwardPreProcessor p) {
    return List.of(
        new Permutation(List.of(0, 2, 3, 1)),
        new Flatten(lengths(true, p.getNumChannels(), p.getInputHeight(), p.getInputWidth())));
  }

  private static List<LayerRule> volumeRow(Cnn3DToFeedForwardPreProcessor p) {
    return one(
        new Flatten(
            lengths(
                !p.isNCDHW(),
                p.getNumChannels(),
                p.getInputDepth(),
                p.getInputHeight(),
                p.getInputWidth())));
  }

  private static List<LayerRule> grid(FeedForwardToCnnPreProcessor p) {
    return one(
        Reshaping.behindBatch(
            List.of(p.getNumChannels(), p.getInputHeight(), p.getInputWidth()),
            Layout.CHANNELS_FIRST));
  }

  private static List<LayerRule> volume(FeedForwardToCnn3DPreProcessor p) {
    boolean last = !p.isNCDHW();
    return one(
        Reshaping.behindBatch(
            lengths(
                last, p.getNumChannels(), p.getInputDepth(), p.getInputHeight(), p.getInputWidth()),
            last ? Layout.CHANNELS_LAST : Layout.CHANNELS_FIRST));
  }

  private static List<LayerRule> frames(RnnToCnnPreProcessor p) {
    List<Long> frame = lengths(false, p.getNumChannels(), p.getInputHeight(), p.getInputWidth());
    return List.of(
        new Fold(of(p.getRnnDataFormat())), Reshaping.behindBatch(frame, Layout.CHANNELS_FIRST));
  }

  private static List<LayerRule> series(CnnToRnnPreProcessor p) {
    List<Long> frame = lengths(false, p.getNumChannels(), p.getInputHeight(), p.getInputWidth());
    return List.of(new Flatten(frame), new Unfold(of(p.getRnnDataFormat())));
  }

  /** The batch may be among the axes that are named, or not. */
  private static List<LayerRule> permuted(PermutePreprocessor p) {
    IntStream named = Arrays.stream(p.getPermutationIndices());
    boolean whole = Arrays.stream(p.getPermutationIndices()).anyMatch(axis -> axis == 0);
    return one(
        new Permutation(
            (whole ? named : IntStream.concat(IntStream.of(0), named)).boxed().toList()));
  }

  private static List<LayerRule> reshaped(ReshapePreprocessor p) {
    List<Long> lengths =
        LongStream.of(p.getTargetShape())
            .skip(p.isHasMiniBatchDimension() ? 1 : 0)
            .boxed()
            .toList();
    return one(Reshaping.behindBatch(lengths, layout(p, lengths.size())));
  }

  /** As Deeplearning4j guesses it when it computes shapes. */
  private static Layout layout(ReshapePreprocessor p, int axes) {
    DataFormat format = p.getFormat();
    if (axes < 2) {
      return Layout.CHANNELS_FIRST;
    } else if (format instanceof RNNFormat series) {
      return Channels.of(series);
    } else if (format instanceof CNN2DFormat grid) {
      return Channels.of(grid);
    } else if (format instanceof Convolution3D.DataFormat volume) {
      return Channels.of(volume);
    }
    return axes == 2 || p.getInputShape().length < axes
        ? Layout.CHANNELS_LAST
        : Layout.CHANNELS_FIRST;
  }

  private static List<Long> lengths(boolean channelsLast, long channels, long... sides) {
    if (channels == 0 && LongStream.of(sides).allMatch(side -> side == 0)) {
      return List.of();
    }
    LongStream first = LongStream.concat(LongStream.of(channels), LongStream.of(sides));
    LongStream last = LongStream.concat(LongStream.of(sides), LongStream.of(channels));
    return (channelsLast ? last : first).boxed().toList();
  }
}
