package io.github.gradcam.dl4j.internal.source;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An HDF5 file as Keras writes it.
 *
 * <p>Only what is asked for by name is looked at, links to other places and other files are not
 * followed, and no more is read than the file has bytes.
 */
final class KerasFile implements AutoCloseable {

  private static final int LONGEST_LIST = 100_000;
  private static final int MOST_PARTS = 1_000;
  private static final String WEIGHTS = "model_weights";
  private static final String NAMES = "weight_names";

  private final HdfFile file;

  private KerasFile(HdfFile file) {
    this.file = file;
  }

  /**
   * Opens a file.
   *
   * @throws SourceException if it is no HDF5 file, or a damaged one
   */
  static KerasFile open(Path file) {
    if (!file.getFileSystem().equals(FileSystems.getDefault())) {
      throw new SourceException("lies inside of another file. Copy it to a folder of its own");
    }
    return guarded(() -> new KerasFile(new HdfFile(file)));
  }

  /** A text that belongs to the whole file, if it is there. */
  Optional<String> text(String name) {
    return guarded(
        () -> {
          Attribute attribute = attribute(file, name);
          return attribute != null
                  && attribute.isScalar()
                  && attribute.getData() instanceof String text
              ? Optional.of(text)
              : Optional.empty();
        });
  }

  /** Whether the file holds a list or a folder of this name. */
  boolean has(String name) {
    return guarded(() -> attribute(file, name) != null || file.getChildren().containsKey(name));
  }

  /**
   * The arrays of a layer by their short names, such as {@code kernel}.
   *
   * @throws SourceException if what the file says of them does not fit together
   */
  Map<String, KerasArray> arrays(KerasLayer layer) {
    return guarded(() -> arraysOf(layer));
  }

  private Map<String, KerasArray> arraysOf(KerasLayer layer) {
    Node node = at(file, List.of(WEIGHTS));
    for (String part : layer.group().split("/", -1)) {
      node = node instanceof Group group ? at(group, List.of(part)) : null;
    }
    if (!(node instanceof Group group)) {
      return Map.of();
    }
    Map<String, KerasArray> arrays = new LinkedHashMap<>();
    for (String name : names(group)) {
      List<String> parts = List.of(name.split("/", -1));
      boolean own =
          !layer.isNested()
              || (parts.size() > 1 && parts.get(parts.size() - 2).equals(layer.ownName()));
      if (own) {
        String last = parts.get(parts.size() - 1).replaceFirst(":\\d+$", "");
        ContiguousDataset dataset = dataset(group, parts);
        if (!(dataset.getDataType() instanceof FloatingPoint floating)) {
          // A count of what was seen in training.
          continue;
        }
        if (arrays.put(last, KerasArray.of(dataset, floating)) != null) {
          throw new SourceException(
              "has two arrays "
                  + Shown.quoted(last)
                  + " for the layer "
                  + Shown.quoted(layer.name()));
        }
      }
    }
    return arrays;
  }

  private static ContiguousDataset dataset(Group group, List<String> parts) {
    if (!(at(group, parts) instanceof ContiguousDataset dataset)) {
      throw new SourceException(
          "names the weights "
              + Shown.quoted(String.join("/", parts))
              + ", but does not hold them in one piece");
    }
    return dataset;
  }

  /** A list that is too long for one attribute goes on in others, which are numbered. */
  private static List<String> names(Group group) {
    List<String> names = new ArrayList<>();
    Attribute whole = attribute(group, NAMES);
    if (whole != null) {
      add(whole, names);
      return names;
    }
    for (int i = 0; i < MOST_PARTS; i++) {
      Attribute part = attribute(group, NAMES + i);
      if (part == null) {
        break;
      }
      add(part, names);
    }
    return names;
  }

  private static void add(Attribute list, List<String> names) {
    if (list.isEmpty() || list.getSize() == 0) {
      return;
    }
    if (list.getSize() > LONGEST_LIST) {
      throw new SourceException("holds a list of " + list.getSize() + " names");
    }
    if (list.getData() instanceof String[] more) {
      names.addAll(List.of(more));
    }
  }

  private static @Nullable Attribute attribute(Node node, String name) {
    return node.getAttributes().get(name);
  }

  private static @Nullable Node at(Group start, List<String> path) {
    Node node = start;
    for (String part : path) {
      node = node instanceof Group group ? group.getChildren().get(part) : null;
      if (node != null && node.isLink()) {
        throw new SourceException(
            "holds a link in place of " + Shown.quoted(part) + ", which Keras does not write");
      }
    }
    return node;
  }

  /** What is damaged shows itself in many ways, none of which is worse than another. */
  static <T> T guarded(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (SourceException known) {
      throw known;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
      throw new SourceException(
          "is an HDF5 file that is cut short or damaged: "
              + SourceException.line(damaged)
              + ". Copy or save it again",
          damaged);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
