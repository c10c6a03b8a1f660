package io.github.gradcam.examples.vgg16;

import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** VGG16 on Imagenette, from the download to the figure. */
@Command(
    name = "gradcam-vgg16",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description =
        "Fine-tunes VGG16, pretrained on ImageNet, on Imagenette; evaluates it through three"
            + " engines; and draws what it looked at. An interrupted run goes on where it was.",
    footer = {
      "",
      "Example: gradcam-vgg16 all --limit 20",
    })
final class Vgg16Command implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "STEP",
      arity = "1..*",
      description =
          "prepare: find the data and the weights, and compute what the frozen blocks give. train:"
              + " fine-tune, and save the network for three engines. evaluate: look at the test"
              + " photos and write the report. explain: draw the figures. all: all of them.")
  List<Step> steps = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "vgg16-imagenette",
      description = "Where everything is written. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("vgg16-imagenette");

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      defaultValue = Vgg16.LAST_CONVOLUTION,
      description = "What is explained, as Keras names it. Default: ${DEFAULT-VALUE}.")
  String layer = Vgg16.LAST_CONVOLUTION;

  @Option(
      names = "--photos",
      paramLabel = "FILE",
      arity = "1..*",
      description = "For explain: photos of your own, instead of Imagenette's.")
  List<Path> photos = List.of();

  @Option(names = "--debug", description = "Show where an error came from.")
  boolean debug;

  @Mixin DataArguments data = new DataArguments();

  @Mixin TrainingArguments training = new TrainingArguments();

  Vgg16Command(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Study study =
        new Study(new RunFolder(out), data, training.settings(data.seed), layer, photos, console);
    Set<Step> chosen = EnumSet.copyOf(steps);
    for (Step step : Step.values()) {
      if (step != Step.ALL && (chosen.contains(step) || chosen.contains(Step.ALL))) {
        study.run(step);
      }
    }
    return 0;
  }
}
