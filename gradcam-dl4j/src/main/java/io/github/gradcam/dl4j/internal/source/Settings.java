package io.github.gradcam.dl4j.internal.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a layer of Keras was made.
 *
 * @param of whose they are, for messages
 * @param values as they stand in the file
 */
record Settings(String of, Map<String, @Nullable Object> values) {

  /** A text, or what is meant where there is none. */
  String text(String key, String otherwise) {
    return find(key, String.class).orElse(otherwise);
  }

  /** Yes or no, or what is meant where it does not say. */
  boolean flag(String key, boolean otherwise) {
    return find(key, Boolean.class).orElse(otherwise);
  }

  /** A number, if there is one. */
  Optional<Double> number(String key) {
    return find(key, Number.class).map(Number::doubleValue);
  }

  /** A number, or what is meant where there is none. */
  double number(String key, double otherwise) {
    return number(key).orElse(otherwise);
  }

  /** A whole number from 1 on. */
  int size(String key) {
    return positive(key, find(key, Number.class).orElseThrow(() -> missing(key)));
  }

  /** One whole number from 1 on for each of some axes; a single one goes for all. */
  int[] sizes(String key, int axes) {
    int[] sizes = new int[axes];
    Object value = values.get(key);
    for (int i = 0; i < axes; i++) {
      Object one = value instanceof List<?> list && list.size() == axes ? list.get(i) : value;
      sizes[i] = positive(key, one);
    }
    return sizes;
  }

  /** A list, empty where there is none. */
  List<?> list(String key) {
    return values.get(key) instanceof List<?> list ? list : List.of();
  }

  /** Whether there is a value. */
  boolean has(String key) {
    return values.get(key) != null;
  }

  private int positive(String key, @Nullable Object value) {
    if (value instanceof Integer whole && whole > 0) {
      return whole;
    }
    throw odd(key, value);
  }

  private <T> Optional<T> find(String key, Class<T> type) {
    Object value = values.get(key);
    if (value != null && !type.isInstance(value)) {
      throw odd(key, value);
    }
    return Optional.ofNullable(value).map(type::cast);
  }

  /** An error that names a setting and what it is. */
  SourceException odd(String key, @Nullable Object value) {
    return new SourceException(
        "has "
            + of
            + ", whose "
            + key
            + " is "
            + Shown.text(String.valueOf(value))
            + ". That is not understood");
  }

  private SourceException missing(String key) {
    return new SourceException("has " + of + " without the setting " + key);
  }
}
