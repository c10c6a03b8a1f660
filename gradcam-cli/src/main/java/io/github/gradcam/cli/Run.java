package io.github.gradcam.cli;

import io.github.gradcam.GradCam;
import io.github.gradcam.cli.output.GridOutput;
import io.github.gradcam.cli.output.JsonFileOutput;
import io.github.gradcam.cli.output.JsonOutput;
import io.github.gradcam.cli.output.LineOutput;
import io.github.gradcam.cli.output.Look;
import io.github.gradcam.cli.output.MapOutput;
import io.github.gradcam.cli.output.PictureOutput;
import io.github.gradcam.cli.output.ReportOutput;
import io.github.gradcam.cli.photos.Found;
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
import io.github.gradcam.target.Target;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
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
    List<Output> outputs = outputs(progress);
    long start = System.nanoTime();
    try (Interrupt interrupt = new Interrupt()) {
      List<FailedPhoto> failures =
          new ArrayList<>(
              new PhotoLine(gradCam, target, workload, outputs, progress, interrupt)
                  .run(found.photos()));
      progress.clear();
      outputs.forEach(Output::finish);
      failures.addAll(found.failures());
      summary(progress, failures, System.nanoTime() - start);
      return failures.isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    } finally {
      progress.clear();
      outputs.forEach(Output::discard);
    }
  }

  private List<Output> outputs(Progress progress) {
    ResultJson json = new ResultJson(Versions.of(Versions.class));
    List<Output> outputs = new ArrayList<>();
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
    return outputs;
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

  private void summary(Progress progress, List<FailedPhoto> failures, long nanos) {
    PrintWriter err = command.getErr();
    command.getOut().flush();
    if (progress.done() < found.photos().size()) {
      err.println(
          "Interrupted: " + progress.done() + " of " + found.photos().size() + " photos are done.");
    }
    if (!failures.isEmpty()) {
      err.println(failures.size() + " failed:");
      failures.forEach(failed -> err.println("  " + failed.error()));
    }
    if (found.photos().size() > 1) {
      err.printf("%d photos in %.1f s%n", progress.done(), nanos / 1e9);
    }
    if (found.ignored() > 0) {
      err.println(found.ignored() + " other files, no pictures by their names, were left alone.");
    }
    err.flush();
  }
}
