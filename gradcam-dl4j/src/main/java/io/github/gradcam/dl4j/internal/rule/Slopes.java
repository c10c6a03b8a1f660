package io.github.gradcam.dl4j.internal.rule;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.EluBp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Derivatives of activation functions: the engine's where they are right, and others. */
final class Slopes {

  /** The engine has this number inside the cube, where the paper on GELU has it before it. */
  private static final double CUBED = Math.pow(0.044715, 3);

  private static final double ROOT = Math.sqrt(2 / Math.PI);

  /** What the engine's quick GELU multiplies with. */
  private static final double STEEP = 1.702;

  private Slopes() {}

  /** As the engine has it. */
  static Slope engines(IActivation function) {
    return (x, cotangent) -> function.backprop(x, cotangent).getFirst();
  }

  /** The engine's own derivative forgets α. */
  static Slope elu(ActivationELU function) {
    return (x, cotangent) -> Nd4j.exec(new EluBp(x, cotangent, x, function.getAlpha()))[0];
  }

  /** The engine's own derivative throws unless the network was trained just before. */
  static Slope randomized(ActivationRReLU function) {
    double least = (function.getL() + function.getU()) / 2;
    return (x, cotangent) -> cotangent.muli(x.gt(least).castTo(x.dataType()));
  }

  /**
   * Of {@code x/2 · (1 + tanh(√(2/π) · (x + a³x³)))}, which is what the engine computes. Its own
   * derivative is that of another function and is off by 1e-4.
   */
  static INDArray preciseGelu(INDArray x, INDArray cotangent) {
    INDArray square = x.mul(x);
    INDArray tanh = Transforms.tanh(square.mul(CUBED).addi(1).muli(x).muli(ROOT), false);
    INDArray inner = square.muli(3 * CUBED).addi(1).muli(ROOT);
    INDArray rest = tanh.mul(tanh).rsubi(1).muli(inner).muli(x);
    return cotangent.muli(tanh.addi(1).addi(rest).muli(0.5));
  }

  /**
   * Of {@code x · σ(x)}. The engine's own derivative has exponentials that overflow: it is no
   * number from 45 on in single precision.
   */
  static INDArray swish(INDArray x, INDArray cotangent) {
    return steep(x, 1, cotangent);
  }

  /** Of {@code x · σ(1.702 x)}, likewise. */
  static INDArray gelu(INDArray x, INDArray cotangent) {
    return steep(x, STEEP, cotangent);
  }

  /** Of {@code x · σ(a x)}: {@code s + a x s (1 − s)}. */
  private static INDArray steep(INDArray x, double a, INDArray cotangent) {
    INDArray s = Transforms.sigmoid(x.mul(a), false);
    INDArray rest = s.rsub(1).muli(s).muli(x).muli(a);
    return cotangent.muli(s.addi(rest));
  }

  /** Of {@code log(1 + eˣ)}. */
  static INDArray softPlus(INDArray x, INDArray cotangent) {
    return cotangent.muli(Transforms.sigmoid(x, false));
  }

  /** Of {@code x · tanh(log(1 + eˣ))}, likewise. */
  static INDArray mish(INDArray x, INDArray cotangent) {
    INDArray small = Transforms.exp(Transforms.abs(x).negi(), false).addi(1);
    INDArray softPlus = Transforms.log(small, false).addi(Transforms.relu(x));
    INDArray tanh = Transforms.tanh(softPlus, false);
    INDArray rest = tanh.mul(tanh).rsubi(1).muli(x).muli(Transforms.sigmoid(x));
    return cotangent.muli(tanh.addi(rest));
  }
}
