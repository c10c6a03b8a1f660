package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.L2Vertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The rules of each vertex that holds no layer. */
final class Vertices {

  private static final int BATCH = 0;
  private static final int CHANNELS = 1;
  private static final int HEIGHT = 2;
  private static final int WIDTH = 3;
  private static final int TIME = 2;

  private Vertices() {}

  /**
   * Every vertex there is a rule for.
   *
   * @param preprocessors the rules of those that stand in a vertex of their own
   */
  static ByType<GraphVertex> all(ByType<InputPreProcessor> preprocessors) {
    return new ByType<GraphVertex>()
        .add(MergeVertex.class, vertex -> one(new Concatenation(vertex.getMergeAxis())))
        .add(ElementWiseVertex.class, vertex -> one(new ElementWiseRule(vertex.getOp())))
        .add(SubsetVertex.class, Vertices::subset)
        .add(StackVertex.class, vertex -> one(new Concatenation(BATCH)))
        .add(UnstackVertex.class, Vertices::unstack)
        .add(ScaleVertex.class, vertex -> one(new Scaling(vertex.getScaleFactor(), 0)))
        .add(ShiftVertex.class, vertex -> one(new Scaling(1, vertex.getShiftFactor())))
        .add(ReshapeVertex.class, Vertices::reshape)
        .add(L2NormalizeVertex.class, Vertices::unitLength)
        .add(L2Vertex.class, vertex -> one(new Distance()))
        .add(PoolHelperVertex.class, vertex -> List.of(allButFirst(HEIGHT), allButFirst(WIDTH)))
        .add(PreprocessorVertex.class, vertex -> preprocessors.rules(vertex.getPreProcessor()))
        .add(LastTimeStepVertex.class, vertex -> lastStep())
        .add(ReverseTimeSeriesVertex.class, vertex -> one(new Reversal()));
  }

  private static List<LayerRule> one(LayerRule rule) {
    return List.of(rule);
  }

  /** Of the second axis, whatever the network's layout is. */
  private static List<LayerRule> subset(SubsetVertex vertex) {
    return one(new SliceRule(array -> new Slice(CHANNELS, vertex.getFrom(), vertex.getTo() + 1L)));
  }

  private static List<LayerRule> unstack(UnstackVertex vertex) {
    return one(new SliceRule(array -> unstacked(vertex, array)));
  }

  private static Slice unstacked(UnstackVertex vertex, INDArray array) {
    long step = array.size(BATCH) / vertex.getStackSize();
    return new Slice(BATCH, vertex.getFrom() * step, (vertex.getFrom() + 1) * step);
  }

  private static LayerRule allButFirst(int axis) {
    return new SliceRule(array -> new Slice(axis, 1, array.size(axis)));
  }

  private static List<LayerRule> lastStep() {
    return List.of(
        new SliceRule(array -> new Slice(TIME, array.size(TIME) - 1, array.size(TIME))),
        new Flatten(List.of()));
  }

  private static List<LayerRule> reshape(ReshapeVertex vertex) {
    long[] shape = IntStream.of(vertex.getNewShape()).asLongStream().toArray();
    return one(
        new Reshaping(batch -> shape.clone(), vertex.getReshapeOrder(), Layout.CHANNELS_FIRST));
  }

  private static List<LayerRule> unitLength(L2NormalizeVertex vertex) {
    List<Integer> axes =
        Optional.ofNullable(vertex.getDimension())
            .map(given -> Arrays.stream(given).boxed().toList())
            .orElse(List.of());
    return one(new UnitLength(axes, vertex.getEps()));
  }
}
