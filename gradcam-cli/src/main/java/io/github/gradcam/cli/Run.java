package io.github.gradcam.cli;

import io.github.gradcam.GradCam;
import io.github.gradcam.cli.output.GridOutput;
import io.github.gradcam.cli.output.JsonFileOutput;
import io.github.gradcam.cli.output.JsonOutput;
import io.github.gradcam.cli.output.LineOutput;
import io.github.gradcam.cli.output.Look;
import io.github.gradcam.cli.output.MapOutput;
import io.github.gradcam.cli.output.PictureOutput;
import io.github.gradcam.cli.output.Printable;
import io.github.gradcam.cli.output.ReportOutput;
import io.github.gradcam.cli.photos.Destinations;
import io.github.gradcam.cli.photos.Found;
import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.Interrupt;
import io.github.gradcam.cli.photos.Output;
import io.github.gradcam.cli.photos.PhotoLine;
import io.github.gradcam.cli.photos.Progress;
import io.github.gradcam.cli.photos.Workload;
import io.github.gradcam.cli.report.CardStyle;
import io.github.gradcam.cli.report.ReportFacts;
import io.github.gradcam.cli.result.FailedPhoto;
import io.github.gradcam.cli.result.ResultJson;
import io.github.gradcam.cli.setup.Setup;
import io.github.gradcam.error.WriteException;
import io.github.gradcam.target.Target;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * One run over photos, and what is said of it.
 *
 * @param command gives the streams
 * @param found the photos
 * @param places where results go
 * @param wanted which results
 * @param look how pictures look
 * @param setup how photos are prepared
 */
record Run(
    CommandLine command,
    Found found,
    Places places,
    OutputArguments wanted,
    Look look,
    Setup setup) {

  int explain(GradCam gradCam, Target target, Workload workload) {
    int total = found.photos().size();
    PrintWriter err = command.getErr();
    Progress progress = Terminal.watched() ? Progress.on(err, total) : Progress.hidden(total);
    List<Output> outputs = new ArrayList<>();
    long start = System.nanoTime();
    try (Interrupt interrupt = new Interrupt()) {
      begin(outputs, progress);
      List<FailedPhoto> failures =
          new ArrayList<>(
              new PhotoLine(gradCam, target, workload, outputs, progress, interrupt)
                  .run(found.photos()));
      progress.clear();
      found.failures().forEach(failed -> tell(failed, outputs));
      Optional<WriteException> unwritten = finish(outputs);
      int explained = progress.done() - failures.size();
      failures.addAll(found.failures());
      summary(explained, progress.done(), failures, System.nanoTime() - start);
      if (unwritten.isPresent()) {
        throw unwritten.get();
      }
      return failures.isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    } finally {
      progress.clear();
      outputs.forEach(Output::discard);
    }
  }

  /** A folder that could not be looked into is told of like a photo. */
  private static void tell(FailedPhoto failed, List<Output> outputs) {
    Path file = Path.of(failed.file());
    FoundPhoto place = new FoundPhoto(file, file);
    outputs.forEach(output -> output.prepare(place, failed).run());
  }

  /** One result that cannot be completed does not take the others with it. */
  private static Optional<WriteException> finish(List<Output> outputs) {
    Optional<WriteException> first = Optional.empty();
    for (Output output : outputs) {
      try {
        output.finish();
      } catch (WriteException unwritten) {
        first = Optional.of(first.orElse(unwritten));
      }
    }
    return first;
  }

  /** Adds them one by one, so that those that were begun are known if the next cannot be. */
  private void begin(List<Output> outputs, Progress progress) {
    ResultJson json = new ResultJson(Versions.of(Versions.class));
    places.pictures().ifPresent(Destinations::begin);
    places.maps().ifPresent(Destinations::begin);
    places.pictures().ifPresent(files -> outputs.add(new PictureOutput(files, look)));
    places.figure().ifPresent(file -> outputs.add(new GridOutput(file, look)));
    places
        .maps()
        .ifPresent(
            files ->
                outputs.add(
                    new MapOutput(
                        files, heatmap -> wanted.raw() ? heatmap.raw() : heatmap.normalized())));
    wanted.jsonFile().ifPresent(file -> outputs.add(new JsonFileOutput(file, json)));
    wanted.report().ifPresent(folder -> outputs.add(report(folder)));
    outputs.add(
        wanted.jsonToStandardOutput()
            ? new JsonOutput(command.getOut(), json)
            : new LineOutput(command.getOut(), progress, places.pictures()));
  }

  private Output report(Path folder) {
    return new ReportOutput(
        folder,
        new ReportFacts(
            Versions.of(Versions.class),
            ZonedDateTime.now(ZoneId.systemDefault()),
            setup.assumptions()),
        CardStyle.of(look.overlay()));
  }

  private void summary(int explained, int done, List<FailedPhoto> failures, long nanos) {
    PrintWriter err = command.getErr();
    int total = found.photos().size();
    if (done < total) {
      err.println("Interrupted: " + done + " of " + total + " photos are done.");
    }
    if (!failures.isEmpty()) {
      err.println(failures.size() + " failed:");
      failures.forEach(failed -> err.println("  " + Printable.of(failed.error())));
    }
    if (total > 1) {
      err.printf("%d photos explained in %.1f s%n", explained, nanos / 1e9);
    }
    if (found.ignored() > 0) {
      err.println(found.ignored() + " other files, no pictures by their names, were left alone.");
    }
    err.flush();
  }
}
