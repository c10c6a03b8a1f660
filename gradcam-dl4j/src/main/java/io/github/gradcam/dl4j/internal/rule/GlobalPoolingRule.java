package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastCopyOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.broadcast.bool.BroadcastEqualTo;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Makes one number of a whole grid. Where several numbers are the largest, they share the
 * cotangent.
 *
 * @param type how
 * @param norm the norm's number, if it is one
 * @param axes the grid's axes, if they are told; otherwise all from the third on
 * @param keepsAxes whether axes of length 1 are left in their place
 */
record GlobalPoolingRule(PoolingType type, int norm, Optional<int[]> axes, boolean keepsAxes)
    implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray grid = inputs.get(0);
    int[] pooled = pooled(grid);
    INDArray row = reduced(grid, pooled);
    if (!keepsAxes) {
      return row;
    }
    if (pooled[0] == 1) {
      throw new IllegalArgumentException(
          "it cannot leave axes in their place where the channels are last, nor can"
              + " Deeplearning4j");
    }
    long[] shape = grid.shape().clone();
    Arrays.fill(shape, 2, shape.length, 1);
    return row.reshape('c', shape);
  }

  private int[] pooled(INDArray grid) {
    if (grid.rank() < 3 || grid.rank() > 5) {
      throw new IllegalArgumentException(
          "it takes arrays of rank 3 to 5, and is given " + Arrays.toString(grid.shape()));
    }
    int[] pooled = axes.orElseGet(() -> IntStream.range(2, grid.rank()).toArray()).clone();
    Arrays.sort(pooled);
    return pooled;
  }

  private INDArray reduced(INDArray grid, int[] pooled) {
    return switch (type) {
      case MAX -> grid.max(pooled);
      case AVG -> grid.mean(pooled);
      case SUM -> grid.sum(pooled);
      case PNORM -> Transforms.pow(powers(grid).sum(pooled), 1.0 / norm, false);
    };
  }

  private INDArray powers(INDArray grid) {
    return Transforms.pow(Transforms.abs(grid, true), norm, false);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray given = inputs.get(0);
    int[] pooled = pooled(given);
    int[] kept = others(given.rank(), pooled);
    MemoryOrder order = MemoryOrder.of(given);
    int[] pooledAlong = Arrays.stream(pooled).map(order::placeOf).sorted().toArray();
    int[] keptAlong = others(given.rank(), pooledAlong);
    int[] turn =
        Arrays.stream(keptAlong)
            .map(position -> Arrays.binarySearch(kept, order.axes()[position]))
            .toArray();
    long[] lengths = Arrays.stream(kept).mapToLong(given::size).toArray();
    INDArray row = MemoryOrder.dense(cotangent).reshape('c', lengths);
    INDArray along = turn.length < 2 ? row : MemoryOrder.dense(row.permute(turn));
    return List.of(order.back(spread(order.along(given), along, pooledAlong, keptAlong)));
  }

  private static int[] others(int rank, int[] axes) {
    return IntStream.range(0, rank)
        .filter(axis -> Arrays.stream(axes).noneMatch(other -> other == axis))
        .toArray();
  }

  private INDArray spread(INDArray grid, INDArray row, int[] pooled, int[] kept) {
    INDArray spread = MemoryOrder.uninitialized(grid);
    switch (type) {
      case AVG, SUM -> {
        long count = type == PoolingType.SUM ? 1 : grid.length() / row.length();
        Nd4j.getExecutioner().exec(new BroadcastCopyOp(spread, row.div(count), spread, kept));
      }
      case MAX -> {
        // Where several are largest, each has its share, whatever their order in memory.
        INDArray largest = Nd4j.createUninitialized(DataType.BOOL, grid.shape(), grid.ordering());
        Nd4j.getExecutioner().exec(new BroadcastEqualTo(grid, grid.max(pooled), largest, kept));
        spread = largest.castTo(grid.dataType());
        INDArray shares = row.div(spread.sum(pooled));
        Nd4j.getExecutioner().exec(new BroadcastMulOp(spread, shares, spread, kept));
      }
      case PNORM -> {
        INDArray norms = Transforms.pow(powers(grid).sum(pooled), (norm - 1.0) / norm, false);
        INDArray factors = row.ulike();
        // Where all numbers are zero, the cotangent is zero.
        new Operation("divide_no_nan", List.of())
            .run(List.of(row, norms.reshape(row.shape())), List.of(factors));
        spread = Transforms.pow(Transforms.abs(grid, true), norm - 2.0, false).muli(grid);
        Nd4j.getExecutioner().exec(new BroadcastMulOp(spread, factors, spread, kept));
      }
    }
    return spread;
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return Layout.CHANNELS_FIRST;
  }
}
