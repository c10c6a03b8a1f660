package io.github.gradcam.cli;

import io.github.gradcam.method.CamMethod;
import io.github.gradcam.method.CamMethods;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the CAM methods. */
@Command(
    name = "methods",
    description = "List the CAM methods: name, map before ReLU, paper.",
    mixinStandardHelpOptions = true)
final class MethodsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Table table = Table.of("METHOD", "MAP AND PAPER");
    for (CamMethod method : CamMethods.all()) {
      table = table.with(method.name(), method.description());
    }
    table.print(out);
    out.println();
    out.println(
        "A are the layer's activations, g the score's gradient; sums run over a channel's cells.");
  }
}
