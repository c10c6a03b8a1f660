package io.github.gradcam.dl4j.internal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of one item, with the channels last: {@code [height, width, channels]} for an image.
 *
 * @param lengths the axes' lengths; {@link #ANY} where the file leaves one open
 */
record KerasShape(List<Integer> lengths) {

  /** The length of an axis that is known only when an image comes. */
  static final int ANY = -1;

  KerasShape {
    lengths = List.copyOf(lengths);
  }

  static KerasShape of(Integer... lengths) {
    return new KerasShape(List.of(lengths));
  }

  int rank() {
    return lengths.size();
  }

  int length(int axis) {
    return lengths.get(axis);
  }

  int channels() {
    return lengths.get(lengths.size() - 1);
  }

  /** This with another number of channels. */
  KerasShape withChannels(int channels) {
    return with(rank() - 1, channels);
  }

  /** This with another length of one axis. */
  KerasShape with(int axis, int length) {
    List<Integer> changed = new ArrayList<>(lengths);
    changed.set(axis, length);
    return new KerasShape(changed);
  }

  /** Whether no axis is left open. */
  boolean isKnown() {
    return !lengths.contains(ANY);
  }

  /** How many numbers an item has; no axis may be open. */
  int size() {
    return lengths.stream().reduce(1, Math::multiplyExact);
  }

  @Override
  public String toString() {
    return lengths.stream()
        .map(length -> length == ANY ? "?" : String.valueOf(length))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
