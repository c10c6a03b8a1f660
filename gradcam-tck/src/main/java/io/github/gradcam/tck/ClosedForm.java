package io.github.gradcam.tck;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;

/**
 * {@link FixtureNetwork#CLOSED_FORM} solved on paper, for images of 4×8 pixels.
 *
 * <p>With {@code k} a channel, {@code (i, j)} a place in the 2×4 map, and {@code c} a class:
 *
 * <pre>
 * z[k,i,j] = b[k] + Σ w[k,l,u,v] x[l,2i+u,2j+v]     ∂y[c]/∂z = ∂y[c]/∂a where z &gt; 0, else 0
 * a[k,i,j] = max(0, z[k,i,j])                       ∂y[c]/∂a[k,i,j] = m[c,k] / 8
 * p[k]     = Σ a[k,i,j] / 8                         ∂y[c]/∂p[k] = m[c,k]
 * y[c]     = d[c] + Σ m[c,k] p[k]                   ∂y[c]/∂x[l,2i+u,2j+v] = Σ w[k,l,u,v] ∂y[c]/∂z[k,i,j]
 * </pre>
 *
 * All numbers are dyadic fractions, so float32 holds each of them exactly.
 */
final class ClosedForm {

  static final int CLASSES = 3;

  /** The class whose weights are all negative: its Grad-CAM is at most zero everywhere. */
  static final int WITHOUT_EVIDENCE = 2;

  private static final float[][][][] W = {
    {{{1, 2}, {0, -1}}, {{-2, 1}, {1, 0}}}, {{{-1, 0}, {2, 1}}, {{1, 1}, {-1, 2}}}
  };
  private static final float[] B = {0.125f, -0.375f};
  private static final float[][] M = {{2, -1}, {0.5f, 3}, {-1, -2}};
  private static final float[] D = {0.5f, -1, 0.25f};

  private static final int CHANNELS = 2;
  private static final int ROWS = 2;
  private static final int COLUMNS = 4;
  private static final int PLACES = ROWS * COLUMNS;

  private ClosedForm() {}

  /** Two images of quarters, for which no {@code z} is zero. */
  static Tensor inputs() {
    Shape shape = FixtureNetwork.CLOSED_FORM.input().batch(2);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 37 % 23 - 11) / 4f;
    }
    return Tensor.of(shape, values);
  }

  /** {@code z}: what {@code conv} gives. */
  static Tensor convolution(Tensor images) {
    return maps(
        images.shape().length(0),
        (n, k, i, j) -> {
          float sum = B[k];
          for (int l = 0; l < CHANNELS; l++) {
            for (int u = 0; u < 2; u++) {
              for (int v = 0; v < 2; v++) {
                sum += W[k][l][u][v] * images.get(n, l, 2 * i + u, 2 * j + v);
              }
            }
          }
          return sum;
        });
  }

  /** {@code a}: what {@code relu} gives. */
  static Tensor rectified(Tensor z) {
    return maps(z.shape().length(0), (n, k, i, j) -> Math.max(0, z.get(n, k, i, j)));
  }

  /** {@code p}: what {@code pool} gives, {@code [N, 2]}. */
  static Tensor pooled(Tensor a) {
    int images = a.shape().length(0);
    float[] p = new float[images * CHANNELS];
    float[] values = a.toArray();
    for (int i = 0; i < values.length; i++) {
      p[i / PLACES] += values[i] / PLACES;
    }
    return Tensor.of(Shape.of(images, CHANNELS), p);
  }

  /** {@code y}: the scores, {@code [N, 3]}, for activations {@code a}. */
  static Tensor scores(Tensor a) {
    Tensor p = pooled(a);
    int images = a.shape().length(0);
    float[] y = new float[images * CLASSES];
    for (int i = 0; i < y.length; i++) {
      int c = i % CLASSES;
      y[i] = D[c];
      for (int k = 0; k < CHANNELS; k++) {
        y[i] += M[c][k] * p.get(i / CLASSES, k);
      }
    }
    return Tensor.of(Shape.of(images, CLASSES), y);
  }

  /** {@code Σ t[c] ∂y[c]/∂a}. */
  static Tensor gradientAtRelu(Tensor t) {
    return maps(t.shape().length(0), (n, k, i, j) -> gradientAtPool(t, n, k) / PLACES);
  }

  /** {@code Σ t[c] ∂y[c]/∂z}. */
  static Tensor gradientAtConvolution(Tensor t, Tensor z) {
    return maps(
        t.shape().length(0),
        (n, k, i, j) -> z.get(n, k, i, j) > 0 ? gradientAtPool(t, n, k) / PLACES : 0);
  }

  /** {@code Σ t[c] ∂y[c]/∂x}. */
  static Tensor gradientAtInput(Tensor t, Tensor z) {
    Tensor atConvolution = gradientAtConvolution(t, z);
    Shape shape = FixtureNetwork.CLOSED_FORM.input().batch(t.shape().length(0));
    float[] gradient = new float[shape.size()];
    int at = 0;
    for (int n = 0; n < shape.length(0); n++) {
      for (int l = 0; l < CHANNELS; l++) {
        for (int row = 0; row < 2 * ROWS; row++) {
          for (int column = 0; column < 2 * COLUMNS; column++) {
            for (int k = 0; k < CHANNELS; k++) {
              gradient[at] +=
                  W[k][l][row % 2][column % 2] * atConvolution.get(n, k, row / 2, column / 2);
            }
            at++;
          }
        }
      }
    }
    return Tensor.of(shape, gradient);
  }

  private static float gradientAtPool(Tensor t, int image, int channel) {
    float sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      sum += t.get(image, c) * M[c][channel];
    }
    return sum;
  }

  private static Tensor maps(int images, Place place) {
    Shape shape = Shape.of(images, CHANNELS, ROWS, COLUMNS);
    float[] values = new float[shape.size()];
    for (int at = 0; at < values.length; at++) {
      int map = at / PLACES;
      int row = at / COLUMNS % ROWS;
      values[at] = place.value(map / CHANNELS, map % CHANNELS, row, at % COLUMNS);
    }
    return Tensor.of(shape, values);
  }

  private interface Place {
    float value(int image, int channel, int row, int column);
  }
}
