package io.github.gradcam.examples.vgg16.training;

import java.util.SplittableRandom;

/**
 * What goes into the part of the network that is trained: something for each photo, the photo
 * itself or what the frozen blocks make of it. Safe for any number of threads.
 */
interface Samples {

  /**
   * Those of some photos as they are.
   *
   * @param photos their indices
   */
  Inputs plain(int[] photos);

  /**
   * Those of some photos, cropped and mirrored by chance.
   *
   * @param photos their indices
   * @param random where chance comes from
   */
  Inputs augmented(int[] photos, SplittableRandom random);
}
