package io.github.gradcam.djl.internal.graph;

import io.github.gradcam.djl.internal.syntax.TorchClass;
import java.util.List;
import java.util.Optional;

/** What an expression stands for while source is evaluated with tensors that are not there. */
sealed interface Value {

  /** A Long, Double, Boolean or Word. */
  record Known(Object object) implements Value {}

  /** A string, by its characters. */
  record Word(String text) {

    private static final String HARMLESS = "[\\w .,:+-]*";

    /** Reads a string as source writes it; one with anything unusual in it stays unread. */
    static Optional<Word> of(String quoted) {
      String text = quoted.substring(1, quoted.length() - 1);
      return Optional.of(new Word(text)).filter(word -> text.matches(HARMLESS));
    }
  }

  /** {@code None}. */
  record Nothing() implements Value {}

  /** A list or tuple; a list may grow, and is then seen to grow by all who hold it. */
  record Listed(List<Value> items) implements Value {}

  /** A module, by the attributes that lead to it. */
  record Module(String path, TorchClass type) implements Value {}

  /** A function, by its dotted name. */
  record Function(String name) implements Value {}

  /** A parameter, buffer or constant of the file. */
  record Stored(String path) implements Value {}

  /** Something that is known when the network runs, not before. */
  record Unknown() implements Value {}

  /** A place that holds a tensor: an operator that works in place puts another one there. */
  final class Cell implements Value {

    private static final int NO_RANK = -1;

    private Node node;
    private final int rank;
    private boolean shared;

    Cell(Node node, int rank) {
      this.node = node;
      this.rank = rank;
    }

    static Cell ofUnknownRank(Node node) {
      return new Cell(node, NO_RANK);
    }

    Node node() {
      return node;
    }

    void overwrite(Node result) {
      node = result;
    }

    int rank() {
      return rank;
    }

    boolean hasRank() {
      return rank != NO_RANK;
    }

    /** Whether another place looks at the same memory, as a view does. */
    boolean isShared() {
      return shared;
    }

    void share() {
      shared = true;
    }
  }
}
