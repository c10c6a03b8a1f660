package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Program;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the tensor whose type the network's input must have: the weight of the first convolution or
 * linear layer that runs. Norms are asked last, for they stay in single precision beside halves. A
 * network that casts its input itself is given float32.
 */
final class InputType {

  private static final Pattern WEIGHTED = Pattern.compile("[Cc]onv.*|[Ll]inear|matmul|addmm");
  private static final Set<String> FLOATING = Set.of("5", "6", "7", "15");

  private final Program program;
  private final Addresses addresses;

  private InputType(Program program, Addresses addresses) {
    this.program = program;
    this.addresses = addresses;
  }

  /** The expression of such a tensor within a method of the network, if there is one. */
  static Optional<String> sample(Program program, Addresses addresses) {
    return new InputType(program, addresses).sample();
  }

  private Optional<String> sample() {
    Optional<Address> first =
        addresses.found().values().stream()
            .filter(address -> WEIGHTED.matcher(address.kind()).matches())
            .findFirst();
    if (first.isPresent() && Before.calls(way(first.get())).anyMatch(InputType::casts)) {
      return Optional.empty();
    }
    return first
        .flatMap(address -> constant(address).or(() -> weight(address)))
        .or(() -> addresses.found().values().stream().flatMap(a -> weight(a).stream()).findFirst())
        .or(() -> own(program.root()).findFirst().map(name -> "self." + name));
  }

  private List<Step> way(Address address) {
    return addresses.ways().getOrDefault(address.text(), List.of());
  }

  private Optional<String> constant(Address address) {
    List<Step> way = way(address);
    return way.isEmpty()
        ? Optional.empty()
        : way.get(way.size() - 1).site().call().arguments().stream()
            .map(argument -> argument.bare().dotted())
            .filter(text -> text.startsWith("CONSTANTS."))
            .findFirst();
  }

  private Optional<String> weight(Address address) {
    String path = address.text().replaceAll("[@#][^.]*", "");
    return program
        .moduleAt(program.root(), path)
        .filter(type -> own(type).anyMatch("weight"::equals))
        .map(type -> Frame.child("(self)", path) + ".weight");
  }

  private static Stream<String> own(TorchClass type) {
    return type.attributes().entrySet().stream()
        .filter(attribute -> attribute.getValue().equals("Tensor"))
        .map(attribute -> attribute.getKey());
  }

  private static boolean casts(Expr.Call call) {
    return call.callee().dotted().equals("torch.to")
        && call.arguments().stream()
            .map(argument -> argument instanceof Expr.Pair pair ? pair.value() : argument)
            .anyMatch(argument -> FLOATING.contains(argument.dotted()));
  }
}
