package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.model.OutputKind;
import java.util.Optional;

/**
 * What lies at the end of an expression.
 *
 * @param kind a softmax's or sigmoid's, or empty
 * @param split whether the arms of an if end differently
 * @param param the parameter that is passed on as it is, or empty
 */
record Found(Optional<OutputKind> kind, boolean split, String param) {

  static final Found NOTHING = new Found(Optional.empty(), false, "");

  Found or(Found other) {
    boolean differ = kind.isPresent() && other.kind.isPresent() && !kind.equals(other.kind);
    return equals(other)
        ? this
        : new Found(kind.or(() -> other.kind), split || other.split || differ, "");
  }
}
