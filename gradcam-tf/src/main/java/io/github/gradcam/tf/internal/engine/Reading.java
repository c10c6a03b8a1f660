package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.tf.internal.graph.Checkpointed;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.Tensor;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TString;

/** Adds the nodes that read a checkpoint. */
final class Reading {

  private static final String SCOPE = "gradcam/weights/";

  private final Graph graph;
  private final String prefix;
  private int count;

  Reading(Graph graph, String prefix) {
    this.graph = graph;
    this.prefix = prefix;
  }

  /** What lies at places of the checkpoint. */
  List<Output<?>> restored(List<Checkpointed> places, List<DataType> types) {
    GraphOperation restore =
        graph
            .opBuilder("RestoreV2", name("restore"), graph.baseScope())
            .addInput(text(TString.scalarOf(prefix)))
            .addInput(text(vector(places.stream().map(Checkpointed::key).toList())))
            .addInput(text(vector(places.stream().map(Checkpointed::slice).toList())))
            .setAttr("dtypes", types.toArray(DataType[]::new))
            .build();
    List<Output<?>> values = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      values.add(restore.output(i));
    }
    return values;
  }

  /** What writes a value into a variable. */
  GraphOperation assigned(GraphOperation handle, Output<?> value) {
    return graph
        .opBuilder("AssignVariableOp", name("assign"), graph.baseScope())
        .addInput(handle.output(0))
        .addInput(value)
        .setAttr("dtype", value.dataType())
        .build();
  }

  private static TString vector(List<String> texts) {
    return TString.vectorOf(texts.toArray(String[]::new));
  }

  private Output<?> text(TString text) {
    try (Tensor value = text) {
      return graph
          .opBuilder("Const", name("text"), graph.baseScope())
          .setAttr("dtype", DataType.DT_STRING)
          .setAttr("value", value)
          .build()
          .output(0);
    }
  }

  private String name(String kind) {
    return SCOPE + kind + count++;
  }
}
