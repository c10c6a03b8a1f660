package io.github.gradcam.examples.vgg16.training;

import io.github.gradcam.examples.vgg16.console.Progress;
import io.github.gradcam.examples.vgg16.data.Ahead;
import io.github.gradcam.examples.vgg16.evaluation.Accuracy;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Tells how well a network does on photos as they are. */
final class Judge {

  private static final int BATCH = 64;

  private final Samples samples;
  private final int[] photos;
  private final int[] classes;

  /**
   * A judge.
   *
   * @param samples what goes into the network
   * @param photos the indices of the photos
   * @param classes their labels, in the same order
   */
  Judge(Samples samples, int[] photos, int[] classes) {
    this.samples = samples;
    this.photos = photos;
    this.classes = classes;
  }

  /**
   * Looks at all photos.
   *
   * @param logits the network
   * @param progress is told of each photo
   */
  Judgement judge(Function<Inputs, Tensor> logits, Progress progress) {
    int correct = 0;
    double loss = 0;
    int batches = (photos.length + BATCH - 1) / BATCH;
    try (Ahead<Inputs> inputs =
        new Ahead<>(batches, 2, batch -> samples.plain(slice(photos, batch)))) {
      for (int batch = 0; inputs.hasNext(); batch++) {
        Tensor said = logits.apply(inputs.next());
        int[] wanted = slice(classes, batch);
        for (int photo = 0; photo < wanted.length; photo++) {
          float[] row = said.item(photo).toArray();
          int highest =
              IntStream.range(0, row.length)
                  .reduce((best, next) -> row[next] > row[best] ? next : best)
                  .orElseThrow();
          correct += highest == wanted[photo] ? 1 : 0;
          loss += surprise(row, wanted[photo]);
        }
        progress.advance(wanted.length);
      }
    }
    return new Judgement(new Accuracy(correct, photos.length), loss / photos.length);
  }

  /** How many photos it looks at. */
  int photos() {
    return photos.length;
  }

  private static double surprise(float[] logits, int wanted) {
    double highest =
        IntStream.range(0, logits.length).mapToDouble(c -> logits[c]).max().orElseThrow();
    double sum =
        IntStream.range(0, logits.length).mapToDouble(c -> Math.exp(logits[c] - highest)).sum();
    return Math.log(sum) + highest - logits[wanted];
  }

  private static int[] slice(int[] all, int batch) {
    return Arrays.copyOfRange(all, batch * BATCH, Math.min(all.length, (batch + 1) * BATCH));
  }
}
