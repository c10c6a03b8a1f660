package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Plan;
import io.github.gradcam.spi.Lifetime;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A network that can be run: a plan whose parameters never change, and the memory it runs in. Any
 * number of passes may run at once.
 */
final class Network {

  private final Plan plan;
  private final DataType type;
  private final Workspaces workspaces;
  private final Lifetime lifetime;

  /**
   * Of a plan.
   *
   * @param plan the plan
   * @param type what the network computes in
   * @param threads how many a pass may use
   * @param parameters frees the parameters, at the end
   */
  Network(Plan plan, DataType type, EngineThreads threads, Runnable parameters) {
    this.plan = plan;
    this.type = type;
    this.workspaces = new Workspaces(threads);
    this.lifetime =
        new Lifetime(
            () -> {
              workspaces.release();
              parameters.run();
            });
  }

  Plan plan() {
    return plan;
  }

  DataType type() {
    return type;
  }

  Workspaces workspaces() {
    return workspaces;
  }

  Lifetime lifetime() {
    return lifetime;
  }
}
