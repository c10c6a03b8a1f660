package io.github.gradcam.djl.internal.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The way to the engine, from whatever thread and with whatever memory is left.
 *
 * <p>The engine keeps its mode in the operating system's thread. A virtual thread may go on in
 * another one wherever it waits, and would find another mode there; so its work is done by a thread
 * of the system, for which it waits.
 */
public final class Entry {

  private static final MethodHandle IS_VIRTUAL = isVirtual();

  private Entry() {}

  /** Does what works with the engine's mode. */
  public static <T> T call(Supplier<T> work) {
    try {
      return isVirtual(Thread.currentThread()) ? handedOver(work) : work.get();
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    }
  }

  private static <T> T handedOver(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    new Thread(task, "gradcam").start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException later) {
          // The engine cannot be stopped; whoever asked for it is told when the work is done.
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failed.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isVirtual(Thread thread) {
    try {
      return (boolean) IS_VIRTUAL.invokeExact(thread);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Java 17 has no virtual threads, and no method that asks for them. */
  private static MethodHandle isVirtual() {
    MethodType type = MethodType.methodType(boolean.class);
    try {
      return MethodHandles.publicLookup().findVirtual(Thread.class, "isVirtual", type);
    } catch (NoSuchMethodException | IllegalAccessException old) {
      return MethodHandles.dropArguments(
          MethodHandles.constant(boolean.class, false), 0, Thread.class);
    }
  }
}
