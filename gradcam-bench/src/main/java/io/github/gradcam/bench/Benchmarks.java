package io.github.gradcam.bench;

import java.io.IOException;

/** JMH's command line. */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Runs benchmarks.
   *
   * @param args JMH's
   * @throws IOException as JMH does
   */
  public static void main(String[] args) throws IOException {
    org.openjdk.jmh.Main.main(args);
  }
}
