package io.github.gradcam.tf.internal.source;

import com.google.protobuf.InvalidProtocolBufferException;

/** A source that cannot be used. The message goes on from its name: {@code is damaged}. */
public final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SourceException(String message) {
    super(message);
  }

  SourceException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What is wrong with a message, without what it may come from. */
  static String line(InvalidProtocolBufferException damaged) {
    return String.valueOf(damaged.getMessage()).split("\\.(\\s|$)", 2)[0];
  }
}
