package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Expr;
import java.util.List;
import java.util.Optional;

/**
 * How the one output that is meant is taken from what the network returns.
 *
 * @param index its place in a tuple or list, or -1
 * @param keys the keys to try in a dictionary, best first
 * @param lines the lines that assign it to {@code gradcam_score} from {@code gradcam_result}
 */
record OutputPick(int index, List<String> keys, List<String> lines) {

  /** The expression that is meant, among those that a method returns literally. */
  Optional<Expr> in(Expr returned) {
    Expr bare = returned.bare();
    if (index < 0 && keys.isEmpty()) {
      return Optional.of(bare);
    }
    if (bare instanceof Expr.Group group && group.open() == '{') {
      return keys.stream()
          .flatMap(key -> group.items().stream().filter(item -> isUnder(item, key)))
          .map(item -> ((Expr.Pair) item).value())
          .findFirst();
    }
    List<Expr> items =
        bare instanceof Expr.Group group
            ? group.items()
            : bare instanceof Expr.Call call && call.callee().dotted().startsWith("__torch__.")
                ? call.arguments()
                : List.of();
    return index >= 0 && index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
  }

  private static boolean isUnder(Expr item, String key) {
    return item instanceof Expr.Pair pair && pair.key().dotted().equals(Quoted.of(key));
  }
}
