package io.github.gradcam.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What stands before the sub-commands. */
@Command(
    name = "gradcam",
    description = "Shows where a convolutional network looked.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ExplainCommand.class,
      LayersCommand.class,
      MethodsCommand.class,
      BackendsCommand.class,
      CompletionCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was explained",
      "1:some photos failed; they are listed at the end, the others are done",
      "2:wrong usage, or a place that cannot be written",
      "3:the model or its backend failed",
      "130:interrupted; what was begun is completed, and every file is whole"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gradcam explain dog.jpg",
      "  gradcam explain photos/ --model resnet50.pt --labels imagenet.txt --report report/",
      "  gradcam layers resnet50.pt",
      "  source <(gradcam completion)"
    })
final class GradcamCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  @SuppressWarnings("UnusedVariable") // Failures looks at what was typed, which may not have parsed
  private boolean debug;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: explain, layers, methods, ...");
  }
}
