package io.github.gradcam.tf.internal.source;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.gradcam.model.OutputChoice;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** A file with one graph, whose variables have become constants. */
public final class FrozenGraph {

  /** What stands at the end of a graph and is no output. */
  private static final Set<String> NO_OUTPUT =
      Set.of(
          "NoOp", "Assert", "Const", "Placeholder", "SaveV2", "MergeV2Checkpoints", "VarHandleOp");

  private static final List<String> SCORES = List.of("logits", "out", "output", "predictions");

  private FrozenGraph() {}

  /**
   * Reads it.
   *
   * @throws SourceException if it cannot be read
   */
  public static GraphDef read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return GraphDef.parseFrom(in);
    } catch (InvalidProtocolBufferException damaged) {
      throw new SourceException(
          "is damaged: " + SourceException.line(damaged) + ". Copy it again", damaged);
    } catch (IOException unreadable) {
      throw new SourceException("cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * Which tensor is meant: the output by its node's name or its place among the nodes that no other
   * reads.
   *
   * @throws SourceException if there is none such
   */
  public static String output(GraphDef graph, OutputChoice choice) {
    if (choice instanceof OutputChoice.Named named) {
      return existing(graph, named.name());
    }
    List<String> ends = ends(graph);
    if (ends.isEmpty()) {
      throw new SourceException("holds no node that could be an output");
    }
    if (choice instanceof OutputChoice.AtIndex at) {
      if (at.index() >= ends.size()) {
        throw new SourceException("has no output " + at.index() + ". There are: " + ends);
      }
      return ends.get(at.index());
    }
    return SCORES.stream().filter(ends::contains).findFirst().orElse(ends.get(0));
  }

  private static String existing(GraphDef graph, String name) {
    String node = name.split(":", -1)[0];
    if (graph.getNodeList().stream().noneMatch(known -> known.getName().equals(node))) {
      throw new SourceException(
          "has no node \"" + node + "\". Nodes that no other reads are: " + ends(graph));
    }
    return name;
  }

  private static List<String> ends(GraphDef graph) {
    Set<String> read = new HashSet<>();
    for (NodeDef node : graph.getNodeList()) {
      for (String input : node.getInputList()) {
        read.add(input.replaceFirst("^\\^", "").replaceFirst(":\\d+$", ""));
      }
    }
    return graph.getNodeList().stream()
        .filter(node -> !read.contains(node.getName()) && !NO_OUTPUT.contains(node.getOp()))
        .map(NodeDef::getName)
        .toList();
  }
}
