package io.github.gradcam.dl4j.internal.source;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * An HDF5 file as Keras writes it.
 *
 * <p>Only what is asked for by name is looked at, links to other places and other files are not
 * followed, and no more is read than the file has bytes.
 */
final class KerasFile implements AutoCloseable {

  private static final int LONGEST_TEXT = 32 << 20;
  private static final int LONGEST_LIST = 100_000;
  private static final int MOST_PARTS = 1_000;
  private static final int HEAD = 48;
  private static final int VERSION_AT = 8;
  private static final int OLD_WIDTH_AT = 13;
  private static final int OLD_END_AT = 40;
  private static final int WIDTH_AT = 9;
  private static final int END_AT = 28;
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
    requireWhole(file);
    return guarded(() -> new KerasFile(new HdfFile(file)));
  }

  /** The file's head says where it ends. */
  private static void requireWhole(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
      while (head.hasRemaining() && channel.read(head) >= 0) {
        continue;
      }
      boolean old = head.get(VERSION_AT) < 2;
      boolean usual = head.get(old ? OLD_WIDTH_AT : WIDTH_AT) == Long.BYTES;
      long end = head.getLong(old ? OLD_END_AT : END_AT);
      if (head.hasRemaining() || !usual || end < HEAD || end > channel.size()) {
        throw new SourceException(
            "is an HDF5 file that is cut short or damaged: it has "
                + channel.size()
                + " bytes, and says that it ends after "
                + end
                + ". Copy or save it again");
      }
    } catch (IOException unreadable) {
      throw new SourceException("cannot be read: " + SourceException.line(unreadable), unreadable);
    }
  }

  /** A text that belongs to the whole file, if it is there. */
  Optional<String> text(String name) {
    return guarded(
        () -> {
          Attribute attribute = attribute(file, name);
          if (attribute == null
              || !attribute.isScalar()
              || !(attribute.getData() instanceof String text)) {
            return Optional.empty();
          }
          if (text.length() > LONGEST_TEXT) {
            throw new SourceException(
                "has a " + name + " of " + text.length() + " characters, which no network needs");
          }
          return Optional.of(text);
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
  static <T> T guarded(Callable<T> reading) {
    try {
      return reading.call();
    } catch (SourceException known) {
      throw known;
    } catch (Exception | StackOverflowError | OutOfMemoryError damaged) {
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
