package io.github.gradcam.cli;

import io.github.gradcam.cli.output.GridOutput;
import io.github.gradcam.cli.photos.Destinations;
import io.github.gradcam.cli.photos.FileName;
import io.github.gradcam.cli.photos.FoundPhoto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Where everything goes, before anything is begun.
 *
 * @param pictures one picture a photo, if that is wanted
 * @param figure one figure of all photos, if that is wanted
 * @param maps one map a photo, if wanted
 */
record Places(Optional<Destinations> pictures, Optional<Path> figure, Optional<Destinations> maps) {

  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "svg");
  private static final Set<String> NO_PICTURES =
      Set.of("bmp", "gif", "tif", "tiff", "webp", "pdf", "eps", "heic", "avif", "html", "npy");
  private static final int SHOWN = 3;

  static Places of(
      OutputArguments wanted,
      List<FoundPhoto> photos,
      boolean onePhoto,
      List<Path> inputs,
      CommandSpec spec) {
    Optional<Destinations> pictures = Optional.empty();
    Optional<Path> figure = Optional.empty();
    if (wanted.pictures()) {
      Path out =
          wanted
              .out()
              .orElse(onePhoto ? defaultFile(photos.get(0)) : OutputArguments.DEFAULT_FOLDER);
      if (NO_PICTURES.contains(FileName.extension(out)) && !Files.isDirectory(out)) {
        throw new ParameterException(
            spec.commandLine(),
            out
                + " is called like a file of a kind that is not written. Name a .png, .jpg or .svg, or a folder.");
      }
      boolean file = PICTURES.contains(FileName.extension(out)) && !Files.isDirectory(out);
      if (!file) {
        pictures = Optional.of(Destinations.inFolder(photos, out, wanted::ending));
      } else if (onePhoto) {
        pictures = Optional.of(Destinations.single(photos.get(0), out));
      } else {
        if (photos.size() > GridOutput.MOST_PHOTOS) {
          throw new ParameterException(
              spec.commandLine(),
              out
                  + " would be one figure of "
                  + photos.size()
                  + " photos, more than "
                  + GridOutput.MOST_PHOTOS
                  + ". Name a folder instead.");
        }
        figure = Optional.of(out);
      }
    }
    Places places =
        new Places(pictures, figure, wanted.map().map(map -> maps(map, photos, onePhoto, spec)));
    Collisions.among(inputs, places.results(wanted))
        .ifPresent(
            collision -> {
              throw new ParameterException(spec.commandLine(), collision + " Name another place.");
            });
    if (!wanted.force()) {
      places.requireFree(wanted, spec);
    }
    return places;
  }

  private static Path defaultFile(FoundPhoto photo) {
    return Path.of(FileName.stem(photo.name()) + "-gradcam.png");
  }

  private static Destinations maps(
      Path place, List<FoundPhoto> photos, boolean onePhoto, CommandSpec spec) {
    if (!FileName.extension(place).equals("npy") || Files.isDirectory(place)) {
      return Destinations.inFolder(photos, place, photo -> ".npy");
    }
    if (onePhoto) {
      return Destinations.single(photos.get(0), place);
    }
    throw new ParameterException(
        spec.commandLine(),
        place
            + " is one file, but there are "
            + photos.size()
            + " photos. Name a folder for their maps.");
  }

  /** Every file that will be written. */
  private List<Path> results(OutputArguments wanted) {
    return Stream.concat(
            Stream.of(pictures, maps).flatMap(Optional::stream).flatMap(Destinations::all),
            Stream.of(figure, wanted.jsonFile(), wanted.report().map(this::page))
                .flatMap(Optional::stream))
        .toList();
  }

  private Path page(Path report) {
    return report.resolve("index.html");
  }

  private void requireFree(OutputArguments wanted, CommandSpec spec) {
    List<Path> taken = results(wanted).stream().filter(Files::exists).toList();
    if (!taken.isEmpty()) {
      String more = taken.size() > SHOWN ? " and " + (taken.size() - SHOWN) + " more" : "";
      throw new ParameterException(
          spec.commandLine(),
          "There already: "
              + String.join(", ", taken.stream().limit(SHOWN).map(Path::toString).toList())
              + more
              + ". Name another place, or say --force to replace.");
    }
  }
}
