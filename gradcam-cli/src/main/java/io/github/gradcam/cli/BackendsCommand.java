package io.github.gradcam.cli;

import io.github.gradcam.KnownBackend;
import io.github.gradcam.Models;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.model.Device;
import io.github.gradcam.spi.BackendProvider;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the backends there are: what is found, and what would bring the others. */
@Command(
    name = "backends",
    description = "List the backends: what is found, its engine and devices, and what is missing.",
    mixinStandardHelpOptions = true)
final class BackendsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    // Which is found first depends on the order of files in a folder.
    List<BackendProvider> found =
        Models.backends().stream().sorted(Comparator.comparing(BackendProvider::name)).toList();
    for (BackendProvider backend : found) {
      out.println(backend.name() + " " + Versions.of(backend.getClass()) + ": found");
      out.println("  opens:   " + backend.description());
      engine(backend, out);
    }
    for (KnownBackend known : Models.known()) {
      if (found.stream().noneMatch(backend -> backend.name().equals(known.name()))) {
        out.println(known.name() + ": missing");
        out.println("  opens:   " + known.opens());
        out.println("  add:     the jar of " + known.artifact() + " and its dependencies, to lib/");
        out.println("           and, for this system, that of " + known.natives());
      }
    }
  }

  /** An engine that does not load is what this command is there to tell. */
  private static void engine(BackendProvider backend, PrintWriter out) {
    try {
      String devices =
          backend.devices().stream().map(Device::toString).collect(Collectors.joining(", "));
      out.println("  engine:  " + backend.engine());
      out.println("  devices: " + devices);
    } catch (GradCamException broken) {
      out.println("  engine:  " + broken.getMessage());
    }
  }
}
