package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.layout.Layout;
import io.github.gradcam.djl.internal.syntax.Expr;
import java.util.Map;

/**
 * A method's layout, seen as part of the way to the score or not.
 *
 * @param layout the layout
 * @param scored whether this is the variant that leaves the softmax out
 */
record Frame(Layout layout, boolean scored) {

  static final String PREFIX = "gradcam_";

  /** The name of the copy that hands things out. */
  String copyName() {
    return PREFIX + (scored ? "score_" : "of_") + layout.method().name();
  }

  /** What becomes of this method's calls. */
  Map<Expr, ScoreChain.Step> steps(ScoreChain chain) {
    return scored ? chain.of(layout.owner(), layout.method()) : Map.of();
  }

  String key() {
    return layout.owner().name() + "#" + copyName();
  }

  /** The expression of what a path of attributes leads to. */
  static String child(String object, String path) {
    String result = object;
    if (path.isEmpty()) {
      return result;
    }
    for (String attribute : path.split("\\.")) {
      result = "(getattr(" + result + ", " + Quoted.of(attribute) + "))";
    }
    return result;
  }
}
