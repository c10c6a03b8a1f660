package io.github.gradcam.examples.vgg16.training;

import io.github.gradcam.examples.vgg16.network.Vgg16;

/** How much of the network is trained. */
public enum FineTune {
  /** The linear layer alone. */
  HEAD(Vgg16.BLOCKS),
  /** The linear layer and the last block's three convolutions. */
  BLOCK5(Vgg16.BLOCKS - 1),
  /** Everything. */
  ALL(0);

  private final int frozenBlocks;

  FineTune(int frozenBlocks) {
    this.frozenBlocks = frozenBlocks;
  }

  /** How many blocks, from the first on, stay as they were. */
  public int frozenBlocks() {
    return frozenBlocks;
  }
}
