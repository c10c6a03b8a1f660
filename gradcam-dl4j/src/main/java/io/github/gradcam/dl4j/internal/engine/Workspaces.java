package io.github.gradcam.dl4j.internal.engine;

import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The memory in which a model's passes compute. A pass takes one piece and gives it back; a piece
 * grows to what a pass needs and is used again, because memory that is fresh from the system costs
 * more than computing in it. Without workspaces, memory would wait for the garbage collector, which
 * does not see it.
 *
 * <p>Safe for any number of threads.
 */
final class Workspaces {

  private static final WorkspaceConfiguration GROWING =
      WorkspaceConfiguration.builder()
          .policyAllocation(AllocationPolicy.STRICT)
          .policyLearning(LearningPolicy.FIRST_LOOP)
          .policyReset(ResetPolicy.BLOCK_LEFT)
          .policySpill(SpillPolicy.REALLOCATE)
          .build();

  private final String name = "gradcam-" + UUID.randomUUID();
  private final AtomicInteger made = new AtomicInteger();
  private final Queue<MemoryWorkspace> idle = new ConcurrentLinkedQueue<>();

  /** A piece of memory for one pass. */
  Scope open() {
    MemoryWorkspace workspace = idle.poll();
    return new Scope(this, workspace == null ? made() : workspace);
  }

  private MemoryWorkspace made() {
    return Nd4j.getWorkspaceManager()
        .createNewWorkspace(GROWING, name + "-" + made.getAndIncrement());
  }

  void giveBack(MemoryWorkspace workspace) {
    idle.add(workspace);
  }

  /** Frees what no pass has. */
  void release() {
    for (MemoryWorkspace workspace = idle.poll(); workspace != null; workspace = idle.poll()) {
      Nd4j.getWorkspaceManager().destroyWorkspace(workspace);
    }
  }
}
