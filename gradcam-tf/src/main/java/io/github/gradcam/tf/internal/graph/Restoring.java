package io.github.gradcam.tf.internal.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Reads from a SavedModel's own restoring function which variable lies where in its checkpoint,
 * without running it.
 */
public final class Restoring {

  private static final int LONGEST_CHAIN = 16;

  private final Tracer tracer;
  private final Map<String, Checkpointed> found = new HashMap<>();

  private Restoring(GraphDef graph, Operations operations) {
    this.tracer = new Tracer(graph, operations);
  }

  /**
   * By the variables' shared names.
   *
   * @param saved one graph of a SavedModel; it is not trusted
   * @param operations what TensorFlow knows
   */
  public static Map<String, Checkpointed> of(MetaGraphDef saved, Operations operations) {
    Restoring restoring = new Restoring(saved.getGraphDef(), operations);
    Frame outermost = restoring.tracer.outermost();
    restoring.readAll(outermost);
    String restore = saved.getSaverDef().getRestoreOpName().split(":", -1)[0];
    NodeDef call = outermost.body().nodes().get(restore);
    if (call != null) {
      restoring.tracer.calledBy(call).ifPresent(restoring::readAll);
    }
    return restoring.found;
  }

  private void readAll(Frame frame) {
    frame.body().nodes().values().forEach(node -> read(frame, node));
  }

  private void read(Frame frame, NodeDef node) {
    boolean assigns = node.getOp().equals("AssignVariableOp") || node.getOp().equals("Assign");
    if (!assigns || node.getInputCount() < 2) {
      return;
    }
    Optional<Place> restored = restored(tracer.place(frame, node.getInput(1)));
    if (restored.isEmpty()) {
      return;
    }
    Place variable = tracer.place(frame, node.getInput(0));
    Place restore = restored.get();
    Optional<String> key = text(restore, 1);
    Optional<String> slice = text(restore, 2);
    if (key.isPresent() && slice.isPresent()) {
      found.put(shared(variable), new Checkpointed(key.get(), slice.get()));
    }
  }

  private static String shared(Place variable) {
    String shared =
        Optional.ofNullable(variable.node().getAttrMap().get("shared_name"))
            .map(value -> value.getS().toStringUtf8())
            .orElse("");
    return shared.isEmpty() ? variable.label() : shared;
  }

  /** The output of RestoreV2 that a value comes from, through what passes it on. */
  private Optional<Place> restored(Place value) {
    Place place = value;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      if (place.node().getOp().equals("RestoreV2")) {
        return Optional.of(place);
      }
      if (!place.node().getOp().equals("Identity") || place.node().getInputCount() == 0) {
        return Optional.empty();
      }
      place = tracer.place(place.frame(), place.node().getInput(0));
    }
    return Optional.empty();
  }

  /** The text that stands for an output of RestoreV2 in one of its constant inputs. */
  private Optional<String> text(Place restore, int input) {
    if (restore.node().getInputCount() <= input) {
      return Optional.empty();
    }
    Place place = tracer.place(restore.frame(), restore.node().getInput(input));
    if (!place.node().getOp().equals("Const") || !place.node().containsAttr("value")) {
      return Optional.empty();
    }
    return Texts.at(place.node().getAttrOrThrow("value").getTensor(), restore.index());
  }
}
