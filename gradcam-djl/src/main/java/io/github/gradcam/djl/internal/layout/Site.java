package io.github.gradcam.djl.internal.layout;

import io.github.gradcam.djl.internal.syntax.Expr;
import java.util.Optional;

/**
 * A call in a method's body whose result, or whose insides, can be handed out.
 *
 * <p>Whatever can be handed out has a number: a method's numbers are counted from zero, and whoever
 * calls the method says at which number it starts. So one copy of a method serves every object of
 * its class, and every call.
 *
 * @param call the call
 * @param path the attributes that lead from the method's object to the called module, empty if the
 *     object calls itself; the operator's name for an operator
 * @param kind what is called
 * @param inner what the called method holds
 * @param input the number of its first argument, or {@link #NONE}
 * @param base the number at which its insides start
 * @param output the number of its result, or {@link #NONE}
 * @param returns the type of its result
 * @param place where the call stands
 */
public record Site(
    Expr.Call call,
    String path,
    String kind,
    Optional<Layout> inner,
    int input,
    int base,
    int output,
    String returns,
    Place place)
    implements Layout.Node {

  /** Stands for a number that is not there. */
  public static final int NONE = -1;

  /** Where a call stands: how often it may run in one run of its method. */
  public enum Place {
    /** Once at most. */
    STRAIGHT,
    /** In a loop. */
    LOOP
  }

  /** Whether a loop runs it again, and there is something of it to hand out. */
  public boolean isLooped() {
    return place == Place.LOOP && (input != NONE || output != NONE || inner.isPresent());
  }

  /** Whether an object calls a method of its own. */
  public boolean isSelf() {
    return path.isEmpty();
  }
}
