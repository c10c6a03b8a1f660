package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** What a pass does with all it comes by. */
interface Taps {

  /**
   * A place is reached.
   *
   * @param address its address
   * @param value what flows there
   * @return what shall flow on
   */
  NDList at(String address, NDList value);

  /**
   * A block has been run.
   *
   * @param whole the block
   * @param outputs what it returned
   */
  void after(Node.Whole whole, NDList outputs);

  /** Whether another value takes the place of what a block would compute. */
  boolean replaces(String address);

  /**
   * A TorchScript network is reached.
   *
   * @param script the network
   * @param input what flows into it
   * @param call how often it has been called in this pass, this call included
   * @return its output
   */
  NDArray through(Node.Script script, NDArray input, int call);
}
