package io.github.gradcam.examples.vgg16.evaluation;

import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Answers to test with. */
final class Said {

  private Said() {}

  static PhotoFile photo(String name, int label) {
    return new PhotoFile(Path.of(name), name, label);
  }

  static Answer answer(String name, int label, float... logits) {
    return new Answer(photo(name, label), Tensor.of(Shape.of(logits.length), logits));
  }

  /**
   * Two hundred answers of three classes. The same numbers in Python, from which the tests'
   * expected values are computed with NumPy 2, SciPy 1.17 and scikit-learn 1.9:
   *
   * <pre>
   * def lcg(n):
   *     s, out = 42, []
   *     for _ in range(n):
   *         s = (s * 1103515245 + 12345) % 2**31
   *         out.append(s / 2**31)
   *     return np.array(out)
   * n = 200
   * u = lcg(n * 4).reshape(n, 4)
   * truth = np.floor(u[:, 3] * 3).astype(int)
   * logits = (u[:, :3] * 4).astype(np.float32)
   * logits[np.arange(n), truth] += np.float32(1)
   * p = softmax(logits.astype(np.float64), axis=1)
   * pred, conf = p.argmax(1), p.max(1)
   * </pre>
   */
  static Predictions generated() {
    long state = 42;
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double[] uniform = new double[4];
      for (int j = 0; j < 4; j++) {
        state = (state * 1103515245 + 12345) % (1L << 31);
        uniform[j] = state / (double) (1L << 31);
      }
      int truth = (int) Math.floor(uniform[3] * 3);
      float[] logits = new float[3];
      for (int c = 0; c < 3; c++) {
        logits[c] = (float) (uniform[c] * 4) + (c == truth ? 1f : 0f);
      }
      answers.add(answer("photo" + i, truth, logits));
    }
    return new Predictions("PyTorch", answers);
  }

  /**
   * Answers of ten classes: of each class six photos, of which two are new to VGG16. Of those of
   * class 3 one is taken for class 6, and what is on it comes second.
   */
  static Predictions imagenette(String engine) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int label = i % 10;
      int round = i / 10;
      float[] logits = new float[10];
      logits[label] = 3;
      if (label == 3 && round == 4) {
        logits[6] = 5;
      }
      String name = (round < 2 ? "n0/ILSVRC2012_val_000" : "n0/n0_") + i + ".JPEG";
      answers.add(answer(name, label, logits));
    }
    return new Predictions(engine, answers);
  }
}
