package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.model.OutputKind;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a network can hand out.
 *
 * @param addresses everything, by address, in the order of execution
 * @param tails by address, the method that starts there; where it is missing, the whole network
 *     must run
 * @param others by address, the types of what modules return that return no tensor
 * @param inputAxes whether the first convolution sees the input's axes
 * @param outputKind what the output's numbers are
 */
public record Catalog(
    Map<String, Address> addresses,
    Map<String, String> tails,
    Map<String, String> others,
    InputAxes inputAxes,
    OutputKind outputKind) {

  private static final Pattern TURN = Pattern.compile("([^#]+)#([1-9]\\d{0,3})(@input)?");

  /** What an address stands for, the turns of loops included. */
  public Optional<Address> find(String text) {
    Address known = addresses.get(text);
    if (known != null) {
      return Optional.of(known);
    }
    Matcher parts = TURN.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > Address.MOST_TURNS) {
      return Optional.empty();
    }
    String first = parts.group(1) + (parts.group(3) == null ? "" : parts.group(3));
    return Optional.ofNullable(addresses.get(first))
        .filter(Address::turning)
        .map(address -> address.inTurn(Integer.parseInt(parts.group(2))));
  }
}
