package io.github.gradcam.tf.internal.source;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;

/**
 * A SavedModel: a folder with a {@code saved_model.pb}, and most often with variables.
 *
 * @param folder the folder
 */
public record SavedModelFolder(Path folder) {

  /** The file that makes a folder a SavedModel. */
  static final String FILE = "saved_model.pb";

  private static final String SERVE = "serve";

  /** The path of the checkpoint, without the endings of its files. */
  public String checkpoint() {
    return folder.resolve("variables").resolve("variables").toString();
  }

  /**
   * One of its graphs: the one with these tags; without tags, the only one, or the one for serving.
   *
   * @param tags the tags, or none
   * @throws SourceException if it cannot be read, or has no such graph
   */
  public MetaGraphDef graph(Set<String> tags) {
    List<MetaGraphDef> graphs = read().getMetaGraphsList();
    List<MetaGraphDef> fitting =
        graphs.stream()
            .filter(graph -> tags.isEmpty() || tagsOf(graph).equals(new TreeSet<>(tags)))
            .toList();
    if (fitting.size() > 1) {
      fitting =
          fitting.stream().filter(graph -> tagsOf(graph).equals(Set.of(SERVE))).limit(1).toList();
    }
    if (fitting.isEmpty()) {
      throw new SourceException(
          "has no graph with the tags "
              + (tags.isEmpty() ? Set.of(SERVE) : new TreeSet<>(tags))
              + ". There are: "
              + graphs.stream()
                  .map(graph -> tagsOf(graph).toString())
                  .collect(Collectors.joining(", "))
              + ". Name the tags with SavedModelChoice");
    }
    return fitting.get(0);
  }

  private static Set<String> tagsOf(MetaGraphDef graph) {
    return new TreeSet<>(graph.getMetaInfoDef().getTagsList());
  }

  private SavedModel read() {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(FILE)))) {
      return SavedModel.parseFrom(in);
    } catch (InvalidProtocolBufferException damaged) {
      throw new SourceException(
          "holds a damaged " + FILE + ": " + SourceException.line(damaged) + ". Copy it again",
          damaged);
    } catch (IOException unreadable) {
      throw new SourceException("cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
