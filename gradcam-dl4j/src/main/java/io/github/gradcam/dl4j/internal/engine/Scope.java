package io.github.gradcam.dl4j.internal.engine;

import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Memory of one pass, which lasts until it is closed, and into which arrays are put only while
 * {@link #within} runs. Whatever workspace the application has open around a call is open again
 * behind it. Belongs to one thread.
 */
final class Scope implements AutoCloseable {

  private final Workspaces owner;
  private final MemoryWorkspace workspace;
  private boolean closed;

  Scope(Workspaces owner, MemoryWorkspace workspace) {
    this.owner = owner;
    this.workspace = workspace;
    aside(workspace::notifyScopeEntered);
  }

  /** Runs work whose arrays live in this memory. */
  <T> T within(Supplier<T> work) {
    return aside(
        () -> {
          Nd4j.getMemoryManager().setCurrentWorkspace(workspace);
          return owner.threads().within(work);
        });
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      aside(
          () -> {
            workspace.close();
            return workspace;
          });
      owner.giveBack(workspace);
    }
  }

  private static <T> T aside(Supplier<T> work) {
    MemoryWorkspace before = Nd4j.getMemoryManager().getCurrentWorkspace();
    try {
      return work.get();
    } finally {
      Nd4j.getMemoryManager().setCurrentWorkspace(before);
    }
  }
}
