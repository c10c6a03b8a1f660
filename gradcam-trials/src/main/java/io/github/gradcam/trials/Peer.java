package io.github.gradcam.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another program that makes networks and computes in them, and what is compared with it. */
public interface Peer {

  /** The Python script that makes them; {@code --names} has it list them. */
  String script();

  /** What it is told to make one network in a folder. */
  List<String> arguments(Path folder, String network);

  /** What there is of a network in a folder. */
  List<Path> files(Path folder, String network);

  /**
   * A line for each comparison that a network in a folder allows, or that tells something of it.
   *
   * @throws IOException if it cannot be read
   */
  List<String> lines(Path folder, String network) throws IOException;

  /**
   * Writes the document from lines of all networks.
   *
   * @throws IOException if it cannot be written
   */
  void write(List<String> lines, Path document) throws IOException;
}
