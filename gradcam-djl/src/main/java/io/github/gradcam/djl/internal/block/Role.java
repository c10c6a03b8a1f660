package io.github.gradcam.djl.internal.block;

/** What becomes of a block's output. */
enum Role {
  /** It is the network's own. */
  LAST,
  /** Others go on with it. */
  INNER
}
