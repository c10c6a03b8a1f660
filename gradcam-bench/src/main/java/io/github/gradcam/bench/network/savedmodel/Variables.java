package io.github.gradcam.bench.network.savedmodel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.op.train.Restore;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;

/**
 * The variables of a graph, as TensorFlow 2 has them, and the operations that save and restore
 * them. TensorFlow's exporter takes these where it finds them by their names; by itself it saves
 * only variables of TensorFlow 1's kind.
 */
final class Variables {

  /**
   * A variable.
   *
   * @param path under which it is saved
   * @param shape its lengths
   * @param handle what it is written through
   * @param read what is read from it
   * @param values what it shall hold, row-major
   */
  private record Variable(
      String path,
      Shape shape,
      VarHandleOp handle,
      Operand<TFloat32> read,
      Supplier<float[]> values) {}

  private final Ops tf;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Operand<?>> restored = new ArrayList<>();

  Variables(Ops tf) {
    this.tf = tf;
  }

  /**
   * Adds a variable.
   *
   * @param layer the layer's scope
   * @param layerName the layer's name
   * @param name the variable's own, as Keras calls it
   * @param shape its lengths
   * @param values what it shall hold
   * @return what is read from it
   */
  Operand<TFloat32> add(
      Ops layer, String layerName, String name, Shape shape, Supplier<float[]> values) {
    String path = layerName + "/" + name;
    VarHandleOp handle =
        layer.withName(name).varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(path));
    Operand<TFloat32> read = layer.readVariableOp(handle, TFloat32.class);
    variables.add(new Variable(path, shape, handle, read, values));
    return read;
  }

  /** Adds what saves and restores all variables, under the names that the exporter looks for. */
  void addSaver() {
    int count = variables.size();
    Ops save = tf.withSubScope("save");
    Operand<TString> file =
        save.withName("filename").placeholder(TString.class, Placeholder.shape(Shape.scalar()));
    String[] paths = variables.stream().map(Variable::path).toArray(String[]::new);
    Operand<TString> keys = save.constant(NdArrays.vectorOfObjects(paths));
    String[] whole = Collections.nCopies(count, "").toArray(String[]::new);
    Operand<TString> slices = save.constant(NdArrays.vectorOfObjects(whole));
    List<Operand<?>> reads = new ArrayList<>();
    variables.forEach(variable -> reads.add(variable.read()));
    Op saved = save.train.save(file, keys, slices, reads);
    save.withControlDependencies(saved).withName("control_dependency").identity(file);
    Restore restore =
        save.train.restore(file, keys, slices, Collections.nCopies(count, TFloat32.class));
    restored.addAll(restore.tensors());
    List<Op> assigned = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      assigned.add(save.assignVariableOp(variables.get(i).handle(), restored.get(i)));
    }
    save.withControlDependencies(assigned).withName("restore_all").noOp();
  }

  /** Gives the variables their values, in the place of a checkpoint that would be restored. */
  void assign(Session session) {
    Session.Runner runner = session.runner().addTarget("save/restore_all");
    List<TFloat32> tensors = new ArrayList<>();
    try {
      for (int i = 0; i < variables.size(); i++) {
        Variable variable = variables.get(i);
        TFloat32 tensor =
            TFloat32.tensorOf(
                variable.shape(), DataBuffers.of(variable.values().get(), true, false));
        tensors.add(tensor);
        runner.feed(restored.get(i).asOutput(), tensor);
      }
      runner.run().close();
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }
}
