package io.github.gradcam.dl4j.internal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the outputs of a layer: {@code ["conv1", 0, 0, {}]}.
 *
 * @param layer the layer's name
 * @param output which of its outputs
 */
record KerasReference(String layer, int output) {

  private static final int NAME = 0;
  private static final int OUTPUT = 2;
  private static final int ARGUMENTS = 3;

  /** A list of these, or a single one, or some by name. */
  static List<KerasReference> all(@Nullable Object described) {
    if (described instanceof Map<?, ?> named) {
      return named.values().stream().map(KerasReference::of).toList();
    }
    if (!(described instanceof List<?> list)) {
      throw odd(described);
    }
    if (!list.isEmpty() && list.get(NAME) instanceof String) {
      return List.of(of(list));
    }
    List<KerasReference> all = new ArrayList<>();
    for (Object one : list) {
      all.add(of(one));
    }
    return all;
  }

  private static KerasReference of(@Nullable Object described) {
    if (described instanceof List<?> list
        && list.size() > OUTPUT
        && list.get(NAME) instanceof String layer
        && list.get(OUTPUT) instanceof Integer output) {
      if (list.size() > ARGUMENTS && list.get(ARGUMENTS) instanceof Map<?, ?> arguments) {
        arguments.forEach(KerasReference::checkArgument);
      }
      return new KerasReference(layer, output);
    }
    throw odd(described);
  }

  private static void checkArgument(Object name, @Nullable Object value) {
    boolean usual = value == null || (name.equals("training") && value.equals(Boolean.FALSE));
    if (!usual) {
      throw new SourceException(
          "calls a layer with "
              + Shown.text(name + "=" + value)
              + ", which is not understood. Build the network without it");
    }
  }

  private static SourceException odd(@Nullable Object described) {
    return new SourceException(
        "describes a call of a layer as "
            + Shown.text(String.valueOf(described))
            + ", which is not understood");
  }
}
