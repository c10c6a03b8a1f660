package io.github.gradcam.dl4j.internal.engine;

import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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

  /** One for a pass and one for its way back, in each thread that the processor can run. */
  private static final int KEPT = 2 * Runtime.getRuntime().availableProcessors();

  private final EngineThreads threads;
  private final String name = "gradcam-" + UUID.randomUUID();
  private final AtomicInteger made = new AtomicInteger();

  /** The last one first: it is of the size that is wanted, and still in the processor's caches. */
  private final Deque<MemoryWorkspace> idle = new ConcurrentLinkedDeque<>();

  private final AtomicInteger kept = new AtomicInteger();

  Workspaces(EngineThreads threads) {
    this.threads = threads;
  }

  EngineThreads threads() {
    return threads;
  }

  /** A piece of memory for one pass. */
  Scope open() {
    MemoryWorkspace workspace = taken();
    return new Scope(this, workspace == null ? made() : workspace);
  }

  private @Nullable MemoryWorkspace taken() {
    MemoryWorkspace workspace = idle.pollFirst();
    if (workspace != null) {
      kept.decrementAndGet();
    }
    return workspace;
  }

  private MemoryWorkspace made() {
    MemoryWorkspace workspace =
        Nd4j.getWorkspaceManager().createNewWorkspace(GROWING, name + "-" + made.getAndIncrement());
    // Takes it off the list of the thread's own workspaces, for any thread may use and end it.
    // There
    // is no memory in it yet that this could free.
    Nd4j.getWorkspaceManager().destroyWorkspace(workspace);
    return workspace;
  }

  void giveBack(MemoryWorkspace workspace) {
    if (kept.incrementAndGet() > KEPT) {
      kept.decrementAndGet();
      workspace.destroyWorkspace(true);
    } else {
      idle.addFirst(workspace);
    }
  }

  /** Frees what no pass has. */
  void release() {
    for (MemoryWorkspace workspace = taken(); workspace != null; workspace = taken()) {
      workspace.destroyWorkspace(true);
    }
  }
}
