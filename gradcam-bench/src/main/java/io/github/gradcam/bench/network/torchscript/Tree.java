package io.github.gradcam.bench.network.torchscript;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.architecture.Operation;
import io.github.gradcam.bench.network.architecture.Step;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a tree of modules from a row of steps: modules that hold others run what is theirs. */
final class Tree {

  private static final String SEQUENCE = "torch.nn.modules.container.Sequential";
  private static final String INPUT = "input";

  private final Network network;

  private Tree(Network network) {
    this.network = network;
  }

  /** The whole network. */
  static Module of(Network network) {
    return new Tree(network).container("", 0, network.steps().size());
  }

  private Module container(String path, int from, int to) {
    Map<String, Module> children = new LinkedHashMap<>();
    StringBuilder body = new StringBuilder();
    String prefix = path.isEmpty() ? "" : path + ".";
    int at = from;
    while (at < to) {
      Step step = network.steps().get(at);
      String name = step.path().substring(prefix.length());
      int dot = name.indexOf('.');
      int next = at + 1;
      if (dot >= 0) {
        name = name.substring(0, dot);
        next = end(prefix + name + ".", at, to);
      }
      String argument = value(step.input(), from);
      String result = argument;
      if (step.operation() instanceof Operation.Addition && dot < 0) {
        result = "torch.add_(%s, %s)".formatted(argument, value(step.inputs().get(1), from));
      } else if (step.operation() instanceof Operation.Flatten && dot < 0) {
        result = "torch.flatten(%s, 1)".formatted(argument);
      } else {
        if (!children.containsKey(name)) {
          children.put(
              name,
              dot < 0
                  ? Leaf.of(step.path(), step.operation())
                  : container(prefix + name, at, next));
        }
        result = "(%s).forward(%s, )".formatted(child(name), argument);
      }
      body.append("    %s = %s\n".formatted(value(next - 1, from), result));
      at = next;
    }
    body.append("    return ").append(value(to - 1, from)).append('\n');
    return new Module(
        network.containers().getOrDefault(path, SEQUENCE),
        path,
        Map.of(),
        children,
        body.toString());
  }

  /** The first step that does not belong to a module any more. */
  private int end(String prefix, int from, int to) {
    int at = from;
    while (at < to && network.steps().get(at).path().startsWith(prefix)) {
      at++;
    }
    return at;
  }

  /** What a value is called in a method whose first step is given: all from before is its input. */
  private static String value(int number, int from) {
    return number < from ? INPUT : "x" + (number - from);
  }

  private static String child(String name) {
    return Character.isDigit(name.charAt(0)) ? "getattr(self, \"" + name + "\")" : "self." + name;
  }
}
