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
 */
public record Address(String text, String kind, List<Integer> numbers, boolean hidden) {

  Address and(int number) {
    List<Integer> more = new ArrayList<>(numbers);
    more.add(number);
    return new Address(text, kind, List.copyOf(more), hidden);
  }
}
