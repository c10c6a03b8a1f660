package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.model.Model;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import org.tensorflow.GraphOperation;
import org.tensorflow.Result;
import org.tensorflow.Session;

/** Everything that a network holds: its variables, or else its constants. */
public final class Snapshot {

  private Snapshot() {}

  public static byte[] of(Model model) {
    Network network = ((TfModel) model).network();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Iterator<GraphOperation> operations = network.graph().operations();
    while (operations.hasNext()) {
      GraphOperation operation = operations.next();
      boolean holds = operation.type().equals("ReadVariableOp") || operation.type().equals("Const");
      if (operation.name().startsWith("net/") && holds) {
        Session.Runner runner = network.runner().fetch(operation.output(0));
        try (Result result = runner.run()) {
          byte[] values = new byte[(int) result.get(0).numBytes()];
          result.get(0).asRawTensor().data().read(values);
          bytes.writeBytes(values);
        }
      }
    }
    return bytes.toByteArray();
  }
}
