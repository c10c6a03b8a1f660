package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.tf.internal.layer.Address;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.Tensor;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TInt32;

/** Asks for the shapes of tensors, so that the tensors themselves need not be kept. */
final class Shapes {

  private static final String SCOPE = "gradcam/shape/";

  private Shapes() {}

  /** The nodes that tell, added at the first call. */
  static List<Output<?>> of(Network network, List<Address> layers) {
    Graph graph = network.graph();
    List<Output<?>> shapes = new ArrayList<>();
    synchronized (graph) {
      for (Address layer : layers) {
        String name = SCOPE + layer.tensor().node() + "/" + layer.tensor().index();
        GraphOperation known = graph.operation(name);
        GraphOperation shape =
            known == null
                ? graph
                    .opBuilder("Shape", name, graph.baseScope())
                    .addInput(network.tensor(layer.tensor()))
                    .setAttr("out_type", DataType.DT_INT32)
                    .build()
                : known;
        shapes.add(shape.output(0));
      }
    }
    return shapes;
  }

  /** The lengths that such a node tells. */
  static int[] read(Tensor tensor) {
    TInt32 lengths = (TInt32) tensor;
    int[] read = new int[(int) lengths.size()];
    for (int i = 0; i < read.length; i++) {
      read[i] = lengths.getInt(i);
    }
    return read;
  }
}
