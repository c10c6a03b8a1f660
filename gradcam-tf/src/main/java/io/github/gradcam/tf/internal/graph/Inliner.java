package io.github.gradcam.tf.internal.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Writes out a network without its functions.
 *
 * <p>Only data is followed: what a node waits for without reading it (assertions, assignments) has
 * no part in its numbers. Long chains are walked without recursion.
 */
public final class Inliner {

  /** Ten times what the largest networks for images have. */
  private static final int MOST_NODES = 120_000;

  private static final int IMAGE_AXES = 4;

  private static final String PREFIX = "net/";

  private final GraphDef graph;
  private final Tracer tracer;
  private final Admission admission;
  private final Map<Key, String> names = new HashMap<>();
  private final Set<Key> begun = new HashSet<>();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Node> placeholders = new ArrayList<>();

  /** A node in a body. */
  private record Key(Frame frame, String name) {

    static Key of(Place place) {
      return new Key(place.frame(), place.node().getName());
    }
  }

  /** A node whose inputs are being written. */
  private static final class Visit {

    final Place place;
    final List<Place> inputs;
    int next;

    Visit(Place place, List<Place> inputs) {
      this.place = place;
      this.inputs = inputs;
    }
  }

  private Inliner(GraphDef graph, Operations operations) {
    this.graph = graph;
    this.tracer = new Tracer(graph, operations);
    this.admission = new Admission(operations);
  }

  /**
   * Inlines.
   *
   * @param graph the graph with its functions; it is not trusted
   * @param operations what TensorFlow knows
   * @param output the tensor that is asked for, by TensorFlow's name: {@code node:0}
   * @return the network
   * @throws MalformedGraphException if it is no graph that TensorFlow would write
   * @throws RefusedOperationException if an operation on the way cannot be explained
   * @throws InputsException if the output depends on no placeholder, or on several
   */
  public static FlatGraph inline(GraphDef graph, Operations operations, String output) {
    return new Inliner(graph, operations).inline(output);
  }

  private FlatGraph inline(String output) {
    Place wanted = tracer.place(tracer.outermost(), output);
    walk(wanted);
    if (placeholders.size() != 1) {
      throw new InputsException(placeholders.stream().map(Node::label).toList());
    }
    return new FlatGraph(nodes, placeholders.get(0).first(), ref(wanted), graph.getVersions());
  }

  private void walk(Place output) {
    Deque<Visit> stack = new ArrayDeque<>();
    stack.addLast(begin(output));
    while (!stack.isEmpty()) {
      Visit visit = stack.getLast();
      if (visit.next == visit.inputs.size()) {
        write(visit);
        stack.removeLast();
        continue;
      }
      Place input = visit.inputs.get(visit.next++);
      if (!names.containsKey(Key.of(input))) {
        stack.addLast(begin(input));
      }
    }
  }

  private Visit begin(Place place) {
    if (!begun.add(Key.of(place))) {
      throw new MalformedGraphException(
          "holds a ring: \"" + place.label() + "\" reads what is computed from itself");
    }
    if (begun.size() > MOST_NODES) {
      throw new MalformedGraphException(
          "computes its output with more than " + MOST_NODES + " operations, which is no network");
    }
    admission.check(place.node(), place.label());
    List<Place> inputs = new ArrayList<>();
    for (String input : place.node().getInputList()) {
      if (!input.startsWith("^")) {
        inputs.add(tracer.place(place.frame(), input));
      }
    }
    return new Visit(place, inputs);
  }

  private void write(Visit visit) {
    Place place = visit.place;
    NodeDef proto = place.node();
    Map<String, AttrValue> attributes = new HashMap<>(proto.getAttrMap());
    attributes.keySet().removeIf(name -> name.startsWith("_"));
    Node node =
        new Node(
            unique(place.label()),
            place.label(),
            proto.getOp(),
            visit.inputs.stream().map(this::ref).toList(),
            attributes);
    names.put(Key.of(place), node.name());
    if (Variables.isHandle(node.op())) {
      add(Variables.handle(node));
    } else if (Variables.isOfTensorFlow1(node.op())) {
      Node handle = Variables.handle(node);
      Node apart =
          new Node(
              unique(node.label() + "/handle"),
              handle.label(),
              handle.op(),
              handle.inputs(),
              handle.attributes());
      add(apart);
      add(Variables.reading(node.name(), apart));
    } else if (isPlaceholder(node)) {
      add(ranked(node));
    } else if (Vectors.wants(node)) {
      Node list = nodes.get(node.inputs().get(1).node());
      Vectors.checked(node, list == null ? node : list, unique(node.label() + "/list"))
          .forEach(this::add);
    } else if (Transposed.is(node)) {
      Transposed.checked(node, this::unique).forEach(this::add);
    } else {
      add(node);
    }
  }

  private void add(Node node) {
    nodes.put(node.name(), node);
    if (isPlaceholder(node)) {
      placeholders.add(node);
    }
  }

  private static boolean isPlaceholder(Node node) {
    return node.op().equals("Placeholder") || node.op().equals("PlaceholderV2");
  }

  /**
   * With as many axes as images have, where the file leaves that open: some operations end the
   * process over a tensor of too few axes, which TensorFlow tells beforehand if it knows their
   * number. Before version 24 of graphs, no axes meant any.
   */
  private static Node ranked(Node node) {
    TensorShapeProto shape =
        node.attributes().getOrDefault("shape", AttrValue.getDefaultInstance()).getShape();
    if (shape.getDimCount() > 0 && !shape.getUnknownRank()) {
      return node;
    }
    TensorShapeProto.Dim any = TensorShapeProto.Dim.newBuilder().setSize(-1).build();
    TensorShapeProto image =
        TensorShapeProto.newBuilder().addAllDim(Collections.nCopies(IMAGE_AXES, any)).build();
    Map<String, AttrValue> attributes = new HashMap<>(node.attributes());
    attributes.put("shape", AttrValue.newBuilder().setShape(image).build());
    return new Node(node.name(), node.label(), node.op(), node.inputs(), attributes);
  }

  private Ref ref(Place place) {
    String name = names.get(Key.of(place));
    if (name == null) {
      throw new IllegalStateException("not written: " + place.label());
    }
    return new Ref(name, place.index());
  }

  private String unique(String label) {
    String wanted = PREFIX + label.replaceAll("[^A-Za-z0-9_./-]", "_");
    String name = wanted;
    for (int i = 1; nodes.containsKey(name); i++) {
      name = wanted + "." + i;
    }
    return name;
  }
}
