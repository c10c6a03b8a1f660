package io.github.gradcam.examples.vgg16;

/** A step cannot be made; the message says what is missing and what to do. */
final class StudyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StudyException(String message) {
    super(message);
  }
}
