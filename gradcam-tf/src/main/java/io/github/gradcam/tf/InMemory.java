package io.github.gradcam.tf;

import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tf.internal.engine.Devices;
import io.github.gradcam.tf.internal.engine.SessionWeights;
import io.github.gradcam.tf.internal.graph.Inliner;
import io.github.gradcam.tf.internal.graph.Operations;
import io.github.gradcam.tf.internal.source.FrozenGraph;
import io.github.gradcam.tf.internal.source.Signatures;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;

/** The way from what an application holds to a model. */
final class InMemory {

  private InMemory() {}

  static Model of(SavedModelBundle bundle, SavedModelChoice choice, ModelOptions options) {
    MetaGraphDef saved = bundle.metaGraphDef();
    return Opening.named(
        "The SavedModel",
        () ->
            model(
                saved.getGraphDef(),
                Signatures.output(saved, choice.signature(), options.output()),
                bundle.session(),
                info("SavedModel", "SavedModel in memory", options),
                options));
  }

  static Model of(Graph graph, Session session, ModelOptions options) {
    GraphDef proto = graph.toGraphDef();
    return Opening.named(
        "The graph",
        () ->
            model(
                proto,
                FrozenGraph.output(proto, options.output()),
                session,
                info("graph", "graph in memory", options),
                options));
  }

  private static Model model(
      GraphDef graph, String output, Session session, ModelInfo info, ModelOptions options) {
    Devices.require(options.device());
    Operations operations = Devices.operations();
    return Opening.model(
        Inliner.inline(graph, operations, output),
        operations,
        new SessionWeights(session),
        info,
        options);
  }

  private static ModelInfo info(String name, String format, ModelOptions options) {
    return new ModelInfo(name, format, TfBackend.NAME, Devices.runtime(), options.device());
  }
}
