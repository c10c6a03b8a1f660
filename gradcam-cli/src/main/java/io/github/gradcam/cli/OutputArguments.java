package io.github.gradcam.cli;

import io.github.gradcam.cli.photos.FoundPhoto;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of where results go. */
final class OutputArguments {

  /** Where pictures go when nobody said. */
  static final Path DEFAULT_FOLDER = Path.of("gradcam-pictures");

  private static final Pattern JPEG = Pattern.compile("(?i)\\.(jpe?g|jpe|jfif)$");
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = {
        "The picture (.png, .jpg or .svg), or a folder for one picture a photo. A file for several"
            + " photos becomes one figure of them all (default: NAME-gradcam.png, or the folder"
            + " gradcam-pictures, unless another result is asked for)."
      })
  private @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = {
        "What pictures in a folder are: png, jpg or svg (default: jpg for photos that are JPEG, else"
            + " png)."
      })
  private @Nullable PictureEnding format;

  @Option(
      names = "--save-map",
      paramLabel = "FILE.npy|DIR",
      description =
          "Write the map of the first target as NumPy array, float32 [h, w], 0 to 1 at the size of"
              + " the network's input.")
  private @Nullable Path map;

  @Option(names = "--raw", description = "Make that the map before ReLU at the layer's size.")
  private boolean raw;

  @Option(
      names = "--json",
      paramLabel = "FILE|-",
      description = "Write one JSON object a photo and line; - is standard output.")
  private @Nullable Path json;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write a page for browsers: DIR/index.html.")
  private @Nullable Path report;

  @Option(names = "--force", description = "Replace files that are there already.")
  private boolean force;

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  /** What a photo's picture in a folder ends in; of a lossy photo it need not be lossless. */
  String ending(FoundPhoto photo) {
    if (format != null) {
      return "." + format.name();
    }
    return JPEG.matcher(photo.name().toString()).find() ? ".jpg" : ".png";
  }

  Optional<Path> map() {
    return Optional.ofNullable(map);
  }

  boolean raw() {
    return raw;
  }

  boolean jsonToStandardOutput() {
    return json != null && json.toString().equals(STANDARD_OUTPUT);
  }

  Optional<Path> jsonFile() {
    return jsonToStandardOutput() ? Optional.empty() : Optional.ofNullable(json);
  }

  Optional<Path> report() {
    return Optional.ofNullable(report);
  }

  boolean force() {
    return force;
  }

  /** Whether pictures are drawn: where they were asked for, or nothing else was. */
  boolean pictures() {
    return out != null || (map == null && json == null && report == null);
  }

  /** The folders that results may go to. */
  List<Path> folders() {
    return Stream.of(Optional.of(DEFAULT_FOLDER), out(), map(), report())
        .flatMap(Optional::stream)
        .toList();
  }
}
