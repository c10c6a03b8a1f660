package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.layout.Operators;
import java.util.List;
import java.util.Set;

/** Whether the network's first convolution sees the axes that the network is given. */
public enum InputAxes {
  /** Nothing on the way to the first convolution changes them. */
  KEPT,
  /** Something may: an axis is added, or taken away. */
  CHANGED;

  private static final Set<String> CHANGING =
      Set.of("unsqueeze", "squeeze", "reshape", "view", "stack", "flatten", "unflatten", "select");

  /** Looks at what runs before the first convolution. */
  static InputAxes of(Addresses addresses) {
    return addresses.found().values().stream()
        .filter(Address::isConvolution)
        .findFirst()
        .map(first -> addresses.ways().getOrDefault(first.text(), List.of()))
        .filter(
            way ->
                Before.calls(way)
                    .map(call -> Operators.name(call.callee().dotted()))
                    .anyMatch(CHANGING::contains))
        .map(way -> CHANGED)
        .orElse(KEPT);
  }
}
