package io.github.gradcam.djl.internal.rewrite;

import java.util.ArrayList;
import java.util.List;

/**
 * What a layer's address stands for.
 *
 * @param text the address
 * @param kind what the layer is
 * @param numbers the numbers under which a pass may hand it out: several where the arms of an
 *     {@code if} call the same layer
 * @param hidden whether the score is taken from before it
 * @param turning whether a single loop runs it again; each turn has an address of its own
 */
public record Address(
    String text, String kind, List<Integer> numbers, boolean hidden, boolean turning) {

  static final String INPUT = "@input";

  /** What an address stands for that no loop runs again. */
  public Address(String text, String kind, List<Integer> numbers, boolean hidden) {
    this(text, kind, numbers, hidden, false);
  }

  /** How far the numbers of one turn lie from those of the next. */
  public static final int TURN = 1 << 20;

  /** How many turns have an address. */
  public static final int MOST_TURNS = Integer.MAX_VALUE / TURN;

  /**
   * What it is in a later turn.
   *
   * @param turn which, counted from 1
   */
  public Address inTurn(int turn) {
    if (turn == 1) {
      return this;
    }
    int at = text.endsWith(INPUT) ? text.length() - INPUT.length() : text.length();
    return new Address(
        text.substring(0, at) + "#" + turn + text.substring(at),
        kind,
        numbers.stream().map(number -> number + (turn - 1) * TURN).toList(),
        hidden,
        false);
  }

  /** Whether it belongs to a convolution. */
  public boolean isConvolution() {
    return kind.matches("[Cc]onv[123]d");
  }

  Address and(Address other) {
    List<Integer> more = new ArrayList<>(numbers);
    more.addAll(other.numbers);
    return new Address(text, kind, List.copyOf(more), hidden, turning && other.turning);
  }

  Address straight() {
    return new Address(text, kind, numbers, hidden, false);
  }
}
