package io.github.gradcam.trials;

import io.github.gradcam.spi.BackendProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * How a backend's files are damaged. Has a public constructor without arguments that loads no
 * native code: another JVM makes one, too.
 */
public interface Damage {

  /** Who opens them. */
  BackendProvider backend();

  /** The ways in which they are damaged, a word each; trials take turns. */
  List<String> ways();

  /**
   * Writes a damaged network.
   *
   * @param way its place in {@link #ways()}
   * @param random where chance comes from; nothing else decides
   * @param folder where to; what an earlier trial left there may be replaced
   * @return what is to be opened
   * @throws IOException if it cannot be written
   */
  Damaged write(int way, Random random, Path folder) throws IOException;

  /** The other JVM, with its limits: {@code folder} is for its output and temporary files. */
  Fork fork(Path folder);

  /** How many trials one JVM makes at most. */
  int mostAtOnce();
}
