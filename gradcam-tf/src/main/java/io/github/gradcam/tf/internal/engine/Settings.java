package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.model.Device;
import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import java.util.OptionalInt;
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
   * @param device where it runs
   * @param threads how many threads one operation may use, or empty for the engine's choice
   */
  static ConfigProto of(FlatGraph nodes, Graph graph, Device device, OptionalInt threads) {
    ConfigProto.Builder config = ConfigProto.newBuilder().setAllowSoftPlacement(true);
    RewriterConfig.Builder rewriting = RewriterConfig.newBuilder();
    if (device.kind() == Device.Kind.CPU) {
      // Else whatever names no device would run on the first GPU.
      config.putDeviceCount("GPU", 0);
      if (nodes.nodes().values().stream().anyMatch(Settings::isChannelsFirst)) {
        rewriting.setCpuLayoutConversion(RewriterConfig.CpuLayout.NCHW_TO_NHWC);
      }
    } else {
      config.setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
    }
    // Fused with what follows, a grouped convolution fails on processors.
    if (Groups.in(graph) || Fusion.mayLoseTensors(nodes)) {
      rewriting.setRemapping(RewriterConfig.Toggle.OFF);
    }
    if (nodes.nodes().size() > LARGE) {
      rewriting.setDisableMetaOptimizer(true);
    }
    threads.ifPresent(
        count ->
            config
                .setIntraOpParallelismThreads(count)
                .setInterOpParallelismThreads(count)
                .setUsePerSessionThreads(true));
    return config.setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriting)).build();
  }

  private static boolean isChannelsFirst(Node node) {
    return node.text("data_format").orElse("").startsWith("NC");
  }
}
