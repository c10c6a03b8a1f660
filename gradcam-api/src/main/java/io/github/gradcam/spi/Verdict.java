package io.github.gradcam.spi;

/** What a backend says of a file it looked at. */
public sealed interface Verdict {

  /**
   * The backend opens it.
   *
   * @param format what it is, such as {@code TorchScript (traced)}
   */
  record Opens(String format) implements Verdict {}

  /**
   * The backend knows what it is, and that it cannot be opened.
   *
   * @param message what it is, why it cannot be opened, and what to do: whole sentences
   */
  record Refuses(String message) implements Verdict {}

  /** Nothing this backend knows. */
  record Unknown() implements Verdict {}
}
