package io.github.gradcam.examples.vgg16.training;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the frozen blocks made of the photos. The maps are cropped, a batch all alike, and mirrored,
 * each by chance: nearly what the blocks would have made of cropped and mirrored photos, at no
 * cost.
 *
 * @param views the photos as they are and, if it was prepared, mirrored
 */
record CachedSamples(List<FeatureStore> views) implements Samples {

  /** A crop leaves out this share of rows and columns at most. */
  private static final double CROPPED = 0.3;

  @Override
  public Inputs plain(int[] photos) {
    ByteBuffer numbers = numbers(photos.length, views.get(0).shape());
    for (int photo : photos) {
      views.get(0).read(photo, numbers);
    }
    return new Inputs(numbers.flip(), batch(photos.length, views.get(0).shape()), DataType.FLOAT16);
  }

  @Override
  public Inputs augmented(int[] photos, SplittableRandom random) {
    Shape whole = views.get(0).shape();
    Window window = Window.random(whole, CROPPED, random);
    Shape cropped = new Shape(whole.get(0), window.height(), window.width());
    ByteBuffer one = numbers(1, whole);
    ByteBuffer numbers = numbers(photos.length, cropped);
    ShortBuffer into = numbers.asShortBuffer();
    for (int photo : photos) {
      FeatureStore view = views.get(random.nextInt(views.size()));
      boolean mirrored = views.size() == 1 && random.nextBoolean();
      view.read(photo, one.clear());
      window.copy(one.clear().asShortBuffer(), whole, mirrored, into);
    }
    return new Inputs(numbers, batch(photos.length, cropped), DataType.FLOAT16);
  }

  private static ByteBuffer numbers(int photos, Shape shape) {
    return ByteBuffer.allocateDirect(Math.toIntExact(photos * shape.size() * Short.BYTES))
        .order(ByteOrder.nativeOrder());
  }

  private static Shape batch(int photos, Shape shape) {
    return new Shape(photos).addAll(shape);
  }
}
