package io.github.gradcam.dl4j.internal.rule;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A dilated convolution that moves place by place, as a plain one: of places that lie as far apart
 * as the kernel's, each set is a plane of its own. The engine's operations fail with oneDNN where
 * kernels are dilated.
 *
 * @param convolution plain and without padding
 * @param kernel what it covers down
 * @param across what it covers to the right
 * @param down how far apart the kernel's places are
 * @param right the same to the right
 */
record Phased(Convolution convolution, int kernel, int across, int down, int right)
    implements Convolution {

  static boolean fits(List<Window> windows) {
    return windows.stream().anyMatch(Window::isDilated)
        && windows.stream().allMatch(window -> window.stride() == 1);
  }

  /**
   * Of a plain convolution.
   *
   * @param convolution with the same kernel, place by place, without padding and dilation
   * @param windows as the layer has them
   */
  static Convolution of(Convolution convolution, List<Window> windows) {
    Window height = windows.get(0);
    Window width = windows.get(1);
    return new Fitted(
        new Phased(
            convolution, height.kernel(), width.kernel(), height.dilation(), width.dilation()),
        windows);
  }

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray plane = inputs.get(0);
    INDArray phases = convolution.forward(List.of(apart(plane)));
    return together(
        phases,
        plane.size(0),
        plane.size(1) - (kernel - 1L) * down,
        plane.size(2) - (across - 1L) * right);
  }

  @Override
  public INDArray transposed(INDArray cotangent, long... shape) {
    long rows = phase(shape[1], down);
    long columns = phase(shape[2], right);
    INDArray given = grown(cotangent, (rows - kernel + 1) * down, (columns - across + 1) * right);
    INDArray phases =
        convolution.transposed(apart(given), shape[0] * down * right, rows, columns, shape[3]);
    return together(phases, shape[0], shape[1], shape[2]);
  }

  private static long phase(long places, int apart) {
    return (places + apart - 1) / apart;
  }

  /** {@code [down · right · N, …]}. */
  private INDArray apart(INDArray plane) {
    long rows = phase(plane.size(1), down);
    long columns = phase(plane.size(2), right);
    return grown(plane, rows * down, columns * right)
        .reshape('c', plane.size(0), rows, down, columns, right, plane.size(3))
        .permute(2, 4, 0, 1, 3, 5)
        .dup('c')
        .reshape('c', plane.size(0) * down * right, rows, columns, plane.size(3));
  }

  private INDArray together(INDArray phases, long items, long height, long width) {
    long rows = phases.size(1);
    long columns = phases.size(2);
    INDArray plane =
        phases
            .reshape('c', down, right, items, rows, columns, phases.size(3))
            .permute(2, 3, 0, 4, 1, 5)
            .dup('c')
            .reshape('c', items, rows * down, columns * right, phases.size(3));
    return grown(plane, height, width);
  }

  /** With zeros behind the last places, or without some of the last places. */
  private static INDArray grown(INDArray plane, long height, long width) {
    Edges edges =
        new Edges(
            List.of(0L, 0L, 0L, 0L),
            List.of(0L, height - plane.size(1), width - plane.size(2), 0L));
    return MemoryOrder.dense(edges.forward(List.of(plane)));
  }
}
