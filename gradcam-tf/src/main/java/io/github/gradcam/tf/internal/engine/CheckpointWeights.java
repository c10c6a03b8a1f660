package io.github.gradcam.tf.internal.engine;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.gradcam.tf.internal.graph.Checkpointed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.types.TString;

/**
 * Variables from a checkpoint.
 *
 * <p>A file's own restoring function says which variable lies where. Where a file forgets some, as
 * {@code tf.saved_model.save} does with Keras 3 and every loader then fails with "Could not find
 * variable", the checkpoint's list of objects is asked by the variables' names.
 *
 * @param prefix the checkpoint's path, without the endings of its files
 * @param known by shared name
 */
public record CheckpointWeights(String prefix, Map<String, Checkpointed> known) implements Weights {

  private static final String OBJECTS = "_CHECKPOINTABLE_OBJECT_GRAPH";

  @Override
  public void fill(Graph graph, Session session, Map<String, GraphOperation> handles) {
    if (handles.isEmpty()) {
      return;
    }
    CheckpointFiles.require(prefix);
    Reading reading = new Reading(graph, prefix);
    Map<String, Checkpointed> places = new LinkedHashMap<>();
    Map<String, String> forgotten = new HashMap<>();
    for (String name : handles.keySet()) {
      Checkpointed place = known.get(name);
      if (place == null) {
        if (forgotten.isEmpty()) {
          forgotten.putAll(objects(reading, session));
        }
        String key = forgotten.get(name);
        if (key == null) {
          throw new LoadException(
              "lacks the variable \""
                  + name
                  + "\": it is not in the checkpoint "
                  + prefix
                  + ". Export the network again, with Keras 3 by model.export(folder)");
        }
        place = new Checkpointed(key, "");
      }
      places.put(name, place);
    }
    assign(reading, session, handles, places);
  }

  private static void assign(
      Reading reading,
      Session session,
      Map<String, GraphOperation> handles,
      Map<String, Checkpointed> places) {
    List<DataType> types = new ArrayList<>();
    handles.values().forEach(handle -> types.add(handle.attributes().getAttrType("dtype")));
    List<Output<?>> values = reading.restored(List.copyOf(places.values()), types);
    Session.Runner runner = session.runner();
    int next = 0;
    for (GraphOperation handle : handles.values()) {
      runner.addTarget(reading.assigned(handle, values.get(next++)));
    }
    runner.run().close();
  }

  /** The keys of all variables by their full names; names that stand for several are left out. */
  private static Map<String, String> objects(Reading reading, Session session) {
    Output<?> list =
        reading
            .restored(List.of(new Checkpointed(OBJECTS, "")), List.of(DataType.DT_STRING))
            .get(0);
    Map<String, String> keys = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    try (Result result = session.runner().fetch(list).run()) {
      byte[] bytes = ((TString) result.get(0)).asBytes().getObject();
      TrackableObjectGraph objects = TrackableObjectGraph.parseFrom(ByteString.copyFrom(bytes));
      for (TrackableObjectGraph.TrackableObject object : objects.getNodesList()) {
        for (TrackableObjectGraph.TrackableObject.SerializedTensor tensor :
            object.getAttributesList()) {
          keys.put(tensor.getFullName(), tensor.getCheckpointKey());
          counts.merge(tensor.getFullName(), 1, Integer::sum);
        }
      }
    } catch (InvalidProtocolBufferException damaged) {
      throw new LoadException(
          "holds a damaged checkpoint: its list of objects cannot be read. Copy it again", damaged);
    }
    keys.keySet().removeIf(name -> counts.getOrDefault(name, 0) > 1);
    return keys;
  }
}
