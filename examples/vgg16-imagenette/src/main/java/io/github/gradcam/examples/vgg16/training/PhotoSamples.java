package io.github.gradcam.examples.vgg16.training;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.examples.vgg16.data.Photos;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The photos themselves, decoded each time: what a network trained from end to end takes. */
record PhotoSamples(List<PhotoFile> photos) implements Samples {

  @Override
  public Inputs plain(int[] chosen) {
    return seen(chosen, () -> View.WHOLE);
  }

  @Override
  public Inputs augmented(int[] chosen, SplittableRandom random) {
    return seen(chosen, () -> View.random(random));
  }

  Inputs seen(int[] chosen, Supplier<View> views) {
    ByteBuffer numbers =
        ByteBuffer.allocateDirect(chosen.length * Vgg16.INPUT.size() * Float.BYTES)
            .order(ByteOrder.nativeOrder());
    FloatBuffer floats = numbers.asFloatBuffer();
    for (int photo : chosen) {
      floats.put(
          Vgg16.PREPROCESSING
              .prepare(views.get().of(Photos.read(photos.get(photo))))
              .input()
              .toBuffer());
    }
    Shape shape =
        new Shape(
            chosen.length, Vgg16.INPUT.length(0), Vgg16.INPUT.length(1), Vgg16.INPUT.length(2));
    return new Inputs(numbers, shape, DataType.FLOAT32);
  }
}
