package io.github.gradcam.bench.side;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answers one question in one process, as one line of JSON on standard output. */
@Command(
    name = "side",
    mixinStandardHelpOptions = true,
    description = "One question, one process, one line of JSON on standard output.",
    subcommands = {
      FilesCommand.class,
      MapsCommand.class,
      CostCommand.class,
      ForwardCommand.class,
      ThreadsCommand.class
    })
public final class Side implements Runnable {

  @Spec private CommandSpec spec;

  private Side() {}

  /**
   * Answers a question.
   *
   * @param args the question and its options
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Side()).execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say which question: files, maps, cost, forward or threads.");
  }
}
