package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.model.Capture;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several ways back at once, however few weights there are to be saved reading. */
public final class Ways {

  private Ways() {}

  /** Whether a pass's ways back may go together. */
  public static boolean mayGoTogether(Capture capture) {
    Backwards backwards = ((TfCapture) capture).backwards();
    return backwards.wiring().way().itemwise()
        && backwards.trial(capture.output().shape()).equals(Optional.of(true));
  }

  /** Whether, for all that the graph tells, they may; only a trial knows better. */
  public static boolean lookItemwise(Capture capture) {
    return ((TfCapture) capture).backwards().wiring().way().itemwise();
  }

  public static List<Map<String, Tensor>> together(Capture capture, List<Tensor> cotangents) {
    return ((TfCapture) capture).backwards().together(cotangents);
  }
}
