package io.github.gradcam.djl.internal.pickle;

import io.github.gradcam.djl.internal.pickle.Value.Holder;
import java.util.ArrayList;
import java.util.List;

/** Makes sure that a tensor lies within its storage. */
final class TensorCheck {

  private static final int MOST_AXES = 16;
  private static final long MOST_ELEMENTS = 1L << 40;

  private TensorCheck() {}

  /** Checks the storage, offset, sizes and strides of a tensor. */
  static void check(List<Value> parts) throws PickleException {
    if (parts.size() != 6
        || !(parts.get(0) instanceof Value.Storage storage)
        || !(parts.get(1) instanceof Value.Int offset)
        || !(parts.get(4) instanceof Value.Flag)
        || !(parts.get(5) instanceof Value.Made)) {
      throw new PickleException("a tensor is not described as TorchScript does it");
    }
    List<Long> sizes = numbers(parts.get(2));
    List<Long> strides = numbers(parts.get(3));
    if (sizes.size() != strides.size() || sizes.size() > MOST_AXES) {
      throw new PickleException("a tensor has axes without lengths");
    }
    checkReach(storage.elements(), offset.value(), sizes, strides);
  }

  private static void checkReach(long elements, long offset, List<Long> sizes, List<Long> strides)
      throws PickleException {
    long size = 1;
    long last = offset;
    boolean sane = offset >= 0 && offset <= elements;
    for (int i = 0; i < sizes.size() && sane; i++) {
      long length = sizes.get(i);
      long stride = strides.get(i);
      sane = length >= 0 && length < MOST_ELEMENTS && stride >= 0 && stride < MOST_ELEMENTS;
      if (sane && length > 0) {
        sane = length == 1 || stride <= MOST_ELEMENTS / length;
        last += (length - 1) * stride;
      }
      sane &= length == 0 || size <= MOST_ELEMENTS / length;
      size *= Math.max(length, 0);
    }
    if (!sane || (size > 0 && last >= elements)) {
      throw new PickleException(
          "a tensor with the lengths "
              + sizes
              + ", the strides "
              + strides
              + " and the offset "
              + offset
              + " reaches beyond its "
              + elements
              + " stored numbers");
    }
  }

  private static List<Long> numbers(Value value) throws PickleException {
    List<Long> numbers = new ArrayList<>();
    if (value instanceof Holder holder && holder.kind() == Holder.Kind.TUPLE) {
      for (Value item : holder.items()) {
        if (item instanceof Value.Int number) {
          numbers.add(number.value());
        }
      }
      if (numbers.size() == holder.items().size()) {
        return numbers;
      }
    }
    throw new PickleException("a tensor's lengths are no numbers");
  }
}
