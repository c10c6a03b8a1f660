package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be seen of DJL's own containers. */
final class Insides {

  private Insides() {}

  /** Whether it runs its children one after the other and does nothing else. */
  static boolean isChain(Block block) {
    return block instanceof SequentialBlock && runsAs(block, SequentialBlock.class);
  }

  /** What a parallel block does with its children's results; empty if that cannot be seen. */
  static Optional<Function<List<NDList>, NDList>> join(Block block) {
    if (!(block instanceof ParallelBlock) || !runsAs(block, ParallelBlock.class)) {
      return Optional.empty();
    }
    try {
      Field field = ParallelBlock.class.getDeclaredField("function");
      field.setAccessible(true);
      @SuppressWarnings("unchecked")
      Function<List<NDList>, NDList> join = (Function<List<NDList>, NDList>) field.get(block);
      return Optional.of(join);
    } catch (ReflectiveOperationException | InaccessibleObjectException hidden) {
      // Then it is one layer as a whole, as any container whose code cannot be followed.
      return Optional.empty();
    }
  }

  /** Whether no subclass has a way of its own to run. */
  private static boolean runsAs(Block block, Class<?> container) {
    for (Class<?> type = block.getClass(); type != container; type = type.getSuperclass()) {
      if (Arrays.stream(type.getDeclaredMethods())
          .anyMatch(method -> method.getName().startsWith("forward"))) {
        return false;
      }
    }
    return true;
  }

  /** What a block is called: its class, or the name that a function was given. */
  static String kind(Block block) {
    if (block instanceof LambdaBlock lambda
        && !lambda.getName().equals(LambdaBlock.DEFAULT_NAME)
        && lambda.getName().matches("[A-Za-z]\\w*")) {
      return lambda.getName();
    }
    String name = block.getClass().getSimpleName();
    return name.isEmpty() ? block.getClass().getSuperclass().getSimpleName() : name;
  }
}
