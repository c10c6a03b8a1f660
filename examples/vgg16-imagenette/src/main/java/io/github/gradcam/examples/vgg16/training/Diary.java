package io.github.gradcam.examples.vgg16.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.gradcam.examples.vgg16.evaluation.Accuracy;
import io.github.gradcam.examples.vgg16.network.SafeTensors;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.examples.vgg16.network.WeightsException;
import io.github.gradcam.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where training stands, on disk: what came of each epoch, and the weights to go on with. What is
 * in it was done; an interrupted epoch leaves nothing.
 */
final class Diary {

  private static final String START = "start";

  private final Path folder;
  private final Gson gson = new GsonBuilder().setPrettyPrinting().create();

  /**
   * A diary; what is there already is kept.
   *
   * @param folder its place
   */
  Diary(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + folder, e);
    }
  }

  /** The fitted head, to be asked for when there are pages. */
  Weights head() {
    return weights(START);
  }

  void head(Weights head) {
    write(START, head);
  }

  /** Accuracy before training, and all epochs so far. */
  Optional<Pages> pages() {
    Path file = file();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Objects.requireNonNull(
              gson.fromJson(Files.readString(file), Pages.class), "it is empty"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (RuntimeException e) { // Gson's own, and whatever a record lacks
      throw new TrainingException(file + " is damaged: " + e.getMessage() + ". " + anew());
    }
  }

  void pages(Pages pages) {
    WholeFile.write(file(), out -> out.write(gson.toJson(pages).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The weights after an epoch, with all that is needed to go on.
   *
   * @param epoch one that is on the pages, and the last or the best of its run
   */
  Weights state(Epoch epoch) {
    return weights(name(epoch));
  }

  /** To be written before the epoch is put on the pages, which alone say what was done. */
  void state(Epoch epoch, Weights state) {
    write(name(epoch), state);
  }

  /** Forgets the weights after an epoch. */
  void forget(Epoch epoch) {
    try {
      Files.deleteIfExists(file(name(epoch)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file(name(epoch)), e);
    }
  }

  private static String name(Epoch epoch) {
    return "run-" + epoch.run() + "-epoch-" + epoch.epoch();
  }

  private Weights weights(String name) {
    if (!Files.exists(file(name))) {
      throw new TrainingException(
          "There is no " + name + " in " + folder + ", though it was trained. " + anew());
    }
    try {
      return SafeTensors.read(file(name));
    } catch (WeightsException e) {
      throw new TrainingException(e.getMessage() + " " + anew());
    }
  }

  private String anew() {
    return "Delete " + folder + " to train anew.";
  }

  private void write(String name, Weights weights) {
    SafeTensors.write(weights, Map.of(), file(name));
  }

  private Path file(String name) {
    return folder.resolve(name + ".safetensors");
  }

  private Path file() {
    return folder.resolve("training.json");
  }

  /**
   * What was written down.
   *
   * @param start accuracy with the head alone fitted
   * @param epochs all so far
   */
  record Pages(Accuracy start, List<Epoch> epochs) {
    Pages {
      Objects.requireNonNull(start, "start");
      epochs = List.copyOf(epochs);
    }

    Pages with(Epoch epoch) {
      List<Epoch> all = new ArrayList<>(epochs);
      all.add(epoch);
      return new Pages(start, all);
    }

    List<Epoch> of(int run) {
      return epochs.stream().filter(epoch -> epoch.run() == run).toList();
    }

    Optional<Epoch> last(int run) {
      return of(run).stream().reduce((earlier, later) -> later);
    }

    Optional<Epoch> best(int run) {
      return of(run).stream().reduce((best, later) -> later.betterThan(best) ? later : best);
    }
  }
}
