package io.github.gradcam.bench;

import io.github.gradcam.error.GradCamException;
import io.github.gradcam.model.Device;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which backends have something to run, and why the others have not.
 *
 * @param backends those on the class path
 * @param told takes a line for each that is left out
 */
record Eligible(List<BackendProvider> backends, Consumer<String> told) {

  /**
   * Those that remain.
   *
   * @param names the ones that are asked for; none for all
   * @param models files, of which each must open one; none for no such demand
   * @param processors what shall run them; none for the processor
   * @throws IllegalArgumentException if there is no such backend or file
   */
  List<BackendProvider> of(List<String> names, List<Path> models, List<Processor> processors) {
    List<String> known = backends.stream().map(BackendProvider::name).toList();
    require("backend", names, known::contains, " There are: " + listed(known) + ".");
    require("file", models, Files::exists, "");
    return backends.stream()
        .filter(backend -> names.isEmpty() || names.contains(backend.name()))
        .filter(backend -> models.isEmpty() || opens(backend, models))
        .filter(backend -> !processors.contains(Processor.GPU) || seesGpu(backend))
        .toList();
  }

  private static <T> void require(
      String what, List<T> asked, Predicate<T> isThere, String instead) {
    for (T each : asked) {
      if (!isThere.test(each)) {
        throw new IllegalArgumentException("There is no " + what + " \"" + each + "\"." + instead);
      }
    }
  }

  private boolean opens(BackendProvider backend, List<Path> models) {
    if (models.stream().anyMatch(model -> backend.inspect(model) instanceof Verdict.Opens)) {
      return true;
    }
    told.accept(
        backend.name() + " does not open " + listed(models) + ", so nothing is run with it.");
    return false;
  }

  private boolean seesGpu(BackendProvider backend) {
    String found;
    try {
      if (backend.devices().contains(Device.gpu(0))) {
        return true;
      }
      found = backend.engine() + " sees: " + listed(backend.devices()) + ".";
    } catch (GradCamException unavailable) {
      found = unavailable.getMessage();
    }
    told.accept(
        backend.name()
            + " has no GPU here, so nothing is run with it. "
            + found
            + " docs/how-to/natives.md says which libraries it takes.");
    return false;
  }

  private static String listed(List<?> things) {
    return things.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
