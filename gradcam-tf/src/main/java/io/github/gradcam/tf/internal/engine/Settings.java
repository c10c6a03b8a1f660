package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.model.Computation;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import org.tensorflow.Graph;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** How a session is to run. */
final class Settings {

  /**
   * More operations than networks for images have. Rewriting a graph takes the engine a time that
   * grows with their square, and minutes from here on.
   */
  private static final int LARGE = 20_000;

  private Settings() {}

  /**
   * The settings for a network.
   *
   * @param nodes the network
   * @param graph the same, in the engine
   * @param options where it runs, how literally, and with how many threads
   */
  static ConfigProto of(FlatGraph nodes, Graph graph, ModelOptions options) {
    Device device = options.device();
    ConfigProto.Builder config = ConfigProto.newBuilder().setAllowSoftPlacement(true);
    if (device.kind() == Device.Kind.CPU) {
      // Else whatever names no device would run on the first GPU.
      config.putDeviceCount("GPU", 0);
    } else {
      config.setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
    }
    options
        .threads()
        .ifPresent(
            count ->
                config
                    .setIntraOpParallelismThreads(count)
                    .setInterOpParallelismThreads(count)
                    .setUsePerSessionThreads(true));
    boolean turns =
        device.kind() == Device.Kind.CPU
            && nodes.nodes().values().stream().anyMatch(Settings::isChannelsFirst);
    RewriterConfig.Builder rewriting =
        options.execution() == Execution.SIMPLIFIED ? simplifying(nodes, graph) : asWritten(turns);
    if (turns) {
      // Processors have no operations for channels that come first.
      rewriting.setCpuLayoutConversion(RewriterConfig.CpuLayout.NCHW_TO_NHWC);
    }
    if (nodes.nodes().size() > LARGE) {
      rewriting.setDisableMetaOptimizer(true);
    }
    return config.setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriting)).build();
  }

  /** What the settings for an execution make of passes. */
  static Computation computation(Execution execution) {
    return execution == Execution.SIMPLIFIED
        ? new Computation(Execution.SIMPLIFIED, "what TensorFlow makes of the network's operations")
        : Computation.asWritten();
  }

  /**
   * What the engine simplifies it rounds otherwise, which moves numbers over the kinks of a
   * rectifier, and the gradient with them: in deep networks by a hundredth.
   */
  private static RewriterConfig.Builder asWritten(boolean turns) {
    RewriterConfig.Builder rewriting = RewriterConfig.newBuilder();
    return turns ? rewriting.addOptimizers("layout") : rewriting.setDisableMetaOptimizer(true);
  }

  private static RewriterConfig.Builder simplifying(FlatGraph nodes, Graph graph) {
    RewriterConfig.Builder rewriting = RewriterConfig.newBuilder();
    // Fused with what follows, a grouped convolution fails on processors.
    if (Groups.in(graph) || Fusion.mayLoseTensors(nodes)) {
      rewriting.setRemapping(RewriterConfig.Toggle.OFF);
    }
    return rewriting;
  }

  private static boolean isChannelsFirst(Node node) {
    return node.text("data_format").orElse("").startsWith("NC");
  }
}
