package io.github.gradcam.bench.side;

import picocli.CommandLine.Option;

/** How long a process measures; the same for Python's. */
final class BudgetArguments {

  private static final int FEWEST = 2;
  private static final int FEWEST_WARM = 1;

  @Option(names = "--warm", defaultValue = "1", description = "Seconds before anything counts.")
  private double warm;

  @Option(names = "--seconds", defaultValue = "2", description = "Seconds that count.")
  private double seconds;

  Interleaved interleaved() {
    return new Interleaved(
        Budget.of(warm, FEWEST_WARM), Budget.of(seconds, FEWEST), System::nanoTime);
  }
}
