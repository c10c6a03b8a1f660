package io.github.gradcam.examples.vgg16.explanation;

import java.util.ArrayList;
import java.util.List;

/** A few at a time: what VGG16 remembers of eight photos fits into any memory. */
final class Batches {

  private static final int SIZE = 8;

  private Batches() {}

  static <T> List<List<T>> of(List<T> all) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += SIZE) {
      batches.add(all.subList(from, Math.min(all.size(), from + SIZE)));
    }
    return batches;
  }
}
