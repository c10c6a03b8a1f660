package io.github.gradcam.examples.vgg16.evaluation;

import io.github.gradcam.error.WriteException;
import io.github.gradcam.examples.vgg16.RunFolder;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.file.WholeFile;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Predictions that are written down batch by batch, so that a run that was interrupted goes on
 * where it was: {@code predictions/ENGINE.csv} in the run's folder, with the photo's name, the
 * size, the index of its class, and the scores. Not thread-safe.
 */
public final class PredictionLog implements AutoCloseable {

  private final String engine;
  private final PredictionTable table;
  private final List<PhotoFile> photos;
  private final Map<String, Answer> answers;
  private final Path file;
  private final FileChannel channel;

  private PredictionLog(
      String engine,
      PredictionTable table,
      List<PhotoFile> photos,
      Map<String, Answer> answers,
      Path file,
      FileChannel channel) {
    this.engine = engine;
    this.table = table;
    this.photos = photos;
    this.answers = answers;
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens an engine's log and reads what an earlier run left. What does not count goes from the
   * file: predictions of other weights, or of a photo that has another size now, and lines that are
   * cut or broken. Predictions of other photos stay.
   *
   * @param run where it lies
   * @param engine the engine's name: letters, digits, {@code .}, {@code _} and {@code -}
   * @param weights of the network that predicts
   * @param photos what is to be looked at, each once
   * @return the log, to be closed
   * @throws PredictionsException if there is a file that cannot be read
   * @throws WriteException if the file cannot be written
   */
  public static PredictionLog open(
      RunFolder run, String engine, WeightsDigest weights, List<PhotoFile> photos) {
    PredictionTable table = new PredictionTable(weights, ImagenetteClass.labels());
    Map<String, PhotoFile> byName =
        photos.stream().collect(Collectors.toMap(PhotoFile::name, Function.identity()));
    Path file = file(run, engine);
    String found = content(file);
    Map<String, Answer> answers = new LinkedHashMap<>();
    table.read(found, byName).forEach(answer -> answers.put(answer.photo().name(), answer));
    String kept =
        table.head()
            + table.others(found, byName)
            + answers.values().stream().map(table::line).collect(Collectors.joining());
    try {
      Files.createDirectories(run.predictions());
      if (!found.equals(kept)) {
        WholeFile.write(file, out -> out.write(kept.getBytes(StandardCharsets.UTF_8)));
      }
      FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND);
      return new PredictionLog(engine, table, List.copyOf(photos), answers, file, channel);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  static Path file(RunFolder run, String engine) {
    if (!engine.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(engine + " cannot be the name of a file.");
    }
    return run.predictions().resolve(engine + ".csv");
  }

  private static String content(Path file) {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new PredictionsException(
          "The predictions " + file + " cannot be read (" + e + "). Move them away, then go on.",
          e);
    }
  }

  private static WriteException unwritable(Path file, IOException e) {
    return new WriteException(
        "The predictions "
            + file
            + " cannot be written ("
            + e
            + "). Check permissions and free space.",
        e);
  }

  /** The photos that have not been looked at yet, in order. */
  public List<PhotoFile> missing() {
    return photos.stream().filter(photo -> !answers.containsKey(photo.name())).toList();
  }

  /**
   * Writes a batch down, on the disk when this returns.
   *
   * @param batch photos of this log
   * @param logits {@code [N, classes]}, a row a photo, in the same order
   * @throws PredictionsException if there are not as many rows as photos or columns as classes, or
   *     a score is NaN or infinite; nothing of the batch is written
   * @throws WriteException if it cannot be written
   */
  public void append(List<PhotoFile> batch, Tensor logits) {
    List<Answer> said = Predictions.of(engine, batch, logits).answers();
    StringBuilder lines = new StringBuilder();
    for (Answer answer : said) {
      if (answer.classes() != table.labels().size()) {
        throw new PredictionsException(
            engine
                + " gave "
                + answer.classes()
                + " scores a photo, but there are "
                + table.labels().size()
                + " classes.");
      }
      lines.append(table.line(answer));
    }
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    said.forEach(answer -> answers.put(answer.photo().name(), answer));
  }

  /**
   * The predictions for all photos, in the photos' order.
   *
   * @throws IllegalStateException if some are {@link #missing()}
   */
  public Predictions predictions() {
    List<PhotoFile> missing = missing();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          engine + " has not looked at " + missing.size() + " photos yet.");
    }
    return new Predictions(engine, photos.stream().map(photo -> answered(photo.name())).toList());
  }

  private Answer answered(String name) {
    return Objects.requireNonNull(answers.get(name));
  }

  /**
   * Closes the file.
   *
   * @throws WriteException if that fails
   */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }
}
