package io.github.gradcam.examples.vgg16.export;

import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

  private final Ops tf;
  private final List<String> names = new ArrayList<>();
  private final List<Tensor> values = new ArrayList<>();
  private final List<VarHandleOp> handles = new ArrayList<>();
  private final List<Operand<?>> reads = new ArrayList<>();
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
   * @param value what it shall hold
   * @return what is read from it
   */
  Operand<TFloat32> add(Ops layer, String layerName, String name, Tensor value) {
    String path = layerName + "/" + name;
    VarHandleOp handle =
        layer
            .withName(name)
            .varHandleOp(TFloat32.class, shape(value), VarHandleOp.sharedName(path));
    Operand<TFloat32> read = layer.readVariableOp(handle, TFloat32.class);
    names.add(path);
    values.add(value);
    handles.add(handle);
    reads.add(read);
    return read;
  }

  /** Adds what saves and restores all variables, under the names that the exporter looks for. */
  void addSaver() {
    Ops save = tf.withSubScope("save");
    Operand<TString> file =
        save.withName("filename").placeholder(TString.class, Placeholder.shape(Shape.scalar()));
    Operand<TString> keys = save.constant(NdArrays.vectorOfObjects(names.toArray(String[]::new)));
    Operand<TString> slices =
        save.constant(
            NdArrays.vectorOfObjects(Collections.nCopies(names.size(), "").toArray(String[]::new)));
    Op saved = save.train.save(file, keys, slices, reads);
    save.withControlDependencies(saved).withName("control_dependency").identity(file);
    Restore restore =
        save.train.restore(file, keys, slices, Collections.nCopies(names.size(), TFloat32.class));
    restored.addAll(restore.tensors());
    List<Op> assigned = new ArrayList<>();
    for (int i = 0; i < handles.size(); i++) {
      assigned.add(save.assignVariableOp(handles.get(i), restored.get(i)));
    }
    save.withControlDependencies(assigned).withName("restore_all").noOp();
  }

  /** Gives the variables their values, in the place of a checkpoint that would be restored. */
  void assign(Session session) {
    Session.Runner runner = session.runner().addTarget("save/restore_all");
    List<TFloat32> tensors = new ArrayList<>();
    try {
      for (int i = 0; i < values.size(); i++) {
        Tensor value = values.get(i);
        TFloat32 tensor =
            TFloat32.tensorOf(shape(value), DataBuffers.of(value.toArray(), false, false));
        tensors.add(tensor);
        runner.feed(restored.get(i).asOutput(), tensor);
      }
      runner.run().close();
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }

  private static Shape shape(Tensor tensor) {
    return Shape.of(Arrays.stream(tensor.shape().toArray()).asLongStream().toArray());
  }
}
