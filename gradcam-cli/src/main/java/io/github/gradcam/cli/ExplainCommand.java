package io.github.gradcam.cli;

import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.cli.photos.Found;
import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.PhotoFinder;
import io.github.gradcam.cli.photos.Workload;
import io.github.gradcam.cli.setup.EmbeddedModel;
import io.github.gradcam.cli.setup.Setup;
import io.github.gradcam.cli.setup.SetupRequest;
import io.github.gradcam.cli.setup.Targets;
import io.github.gradcam.method.CamMethod;
import io.github.gradcam.method.CamMethods;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains photos. */
@Command(
    name = "explain",
    description = "Show where the network looked in photos.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  gradcam explain dog.jpg",
      "      with the small model that is built in; draws dog-gradcam.png",
      "  gradcam explain dog.jpg --model resnet50.pt --labels imagenet.txt --top 3 --out dog.svg",
      "  gradcam explain photos/ --model resnet50.pt --out pictures/ --json results.jsonl",
      "  gradcam explain photos/ --model resnet50.pt --report report/"
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "IMAGE|DIR",
      arity = "1..*",
      description = "Photos, and folders of photos with all that is below them.")
  private List<Path> places;

  @Mixin private ModelArguments model;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "The layer, as `gradcam layers` names it; several are fused (default: chosen).")
  private List<String> layers = List.of();

  @Option(
      names = "--method",
      paramLabel = "M",
      defaultValue = "grad-cam",
      description = "The CAM method; see: gradcam methods (default: ${DEFAULT-VALUE}).")
  private String method;

  @Mixin private PhotoArguments photo;

  @Mixin private OutputArguments output;

  @Mixin private LookArguments look;

  @Mixin private WorkArguments work;

  @Override
  public Integer call() {
    Found found = PhotoFinder.find(places, output.folders());
    if (found.photos().isEmpty()) {
      throw new ParameterException(spec.commandLine(), nothing(found));
    }
    boolean onePhoto = places.size() == 1 && !Files.isDirectory(places.get(0));
    Places destinations = Places.of(output, found.photos(), onePhoto, inputs(found), spec);
    CamMethod cam = CamMethods.named(method);
    Setup setup =
        new SetupRequest(model.file(), photo.preprocess(), photo.size(), photo.labels()).resolve();
    Target target = Targets.of(photo.classes(), photo.top(), setup.labels());
    Workload workload = work.workload(model.device(), photo.pixelLimit()).of(found.photos().size());
    PrintWriter err = spec.commandLine().getErr();
    setup.assumptions().forEach(assumption -> err.println("gradcam: " + assumption));
    err.flush();
    Run run = new Run(spec.commandLine(), found, destinations, output, look.look(), setup);
    return model.file().isPresent()
        ? explain(model.file().get(), run, cam, target, workload)
        : explainEmbedded(run, cam, target, workload);
  }

  /** Everything that is read, and so must not be written. */
  private List<Path> inputs(Found found) {
    return Stream.of(
            found.photos().stream().map(FoundPhoto::file),
            model.file().stream(),
            photo.labels().stream(),
            photo.preprocess().map(Path::of).filter(Files::exists).stream())
        .flatMap(Function.identity())
        .toList();
  }

  private int explainEmbedded(Run run, CamMethod cam, Target target, Workload workload) {
    try (EmbeddedModel embedded = EmbeddedModel.unpack()) {
      return explain(embedded.path(), run, cam, target, workload);
    }
  }

  private int explain(Path file, Run run, CamMethod cam, Target target, Workload workload) {
    // Threads that have a batch each leave the engine one; a single photo gets them all.
    int engineThreads = Math.max(1, work.threads() / workload.threads());
    try (Model network = open(file, engineThreads)) {
      GradCam gradCam =
          GradCam.builder(network)
              .layers(layers.toArray(String[]::new))
              .method(cam)
              .preprocessing(run.setup().preprocessing())
              .labels(run.setup().labels())
              .build();
      return run.explain(gradCam, target, workload);
    }
  }

  private Model open(Path file, int threads) {
    try (Waiting waiting =
        Waiting.on(spec.commandLine().getErr(), "Opening " + file.getFileName())) {
      return Models.load(file, model.options(threads));
    }
  }

  private String nothing(Found found) {
    String where = places.stream().map(Path::toString).collect(Collectors.joining(", "));
    String failures =
        found.failures().stream().map(failed -> " " + failed.error()).collect(Collectors.joining());
    String files =
        found.ignored() == 0
            ? "no file lies there."
            : "of "
                + found.ignored()
                + " files none is called like a picture (.jpg, .png, .webp, ...).";
    return "There is no photo in " + where + ": " + files + failures;
  }
}
