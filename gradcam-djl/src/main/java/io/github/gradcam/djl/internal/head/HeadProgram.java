package io.github.gradcam.djl.internal.head;

import static java.util.Objects.requireNonNull;

import io.github.gradcam.djl.internal.archive.ScriptArchive;
import io.github.gradcam.djl.internal.graph.Argument;
import io.github.gradcam.djl.internal.graph.Node;
import io.github.gradcam.djl.internal.graph.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The program that computes a layer's activations.
 *
 * @param text its class, whose method {@code forward} takes the images and the tensors that the
 *     recipes make, whose method {@code sizes} tells the lengths of what flows into the
 *     convolutions, in the order of their recipes, and whose method {@code prepare_i} makes the
 *     tensors of the i-th recipe
 * @param recipes how its tensors are made; one tensor, or two where there is a bias
 * @param summary what is simpler than in the file, for a person
 * @param order in which its numbers lie
 * @param lines what {@code forward} does, one tensor a line
 */
public record HeadProgram(
    String text, List<Recipe> recipes, String summary, Order order, List<Line> lines) {

  /** The qualified name of the program's class. */
  public static final String CLASS = "__torch__.io_github_gradcam.Head";

  private static final String FILE = CLASS.substring(0, CLASS.lastIndexOf('.'));

  private static final String HEAD =
      "class Head(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n";

  /** What the names of the methods begin with that make tensors. */
  public static final String PREPARE = "prepare_";

  /** The archive that holds it. */
  public byte[] archive() {
    return archive(text);
  }

  /** The archive of a program that has {@code forward} alone, and takes its images in slices. */
  public byte[] archive(Slices slices) {
    StringBuilder body = new StringBuilder(HEAD).append(method("forward", "batch", "Tensor"));
    slices.written(lines).forEach(line -> line(body, line));
    line(body, "return " + order.end(lines.get(lines.size() - 1).name()));
    return archive(body.toString());
  }

  private static byte[] archive(String text) {
    return ScriptArchive.of(CLASS, Map.of(FILE, text));
  }

  private static String method(String name, String images, String returns) {
    return "  def %s(self: %s, %s: Tensor, given: List[Tensor]) -> %s:\n"
        .formatted(name, CLASS, images, returns);
  }

  private static void line(StringBuilder text, String line) {
    text.append("    ").append(line).append('\n');
  }

  private static final Set<String> IN_PLACE =
      Set.of("relu", "relu6", "hardtanh", "hardswish", "silu", "sigmoid", "leaky_relu", "elu");

  /** What computes exactly in oneDNN's own order: picks the larger one, and nothing else. */
  private static final Set<String> EXACT = Set.of("relu", "max_pool2d");

  /**
   * Writes the program.
   *
   * @param trace what the network computes
   * @param target the layer's output
   * @param order in which its numbers shall lie
   * @return the program, or empty if nothing in it would be simpler, or if it cannot be in that
   *     order
   */
  public static Optional<HeadProgram> write(Trace trace, Node target, Order order) {
    Simplifier simplifier = new Simplifier(trace, target, order);
    long convolutions =
        simplifier.steps().values().stream().filter(Step.Convolve.class::isInstance).count();
    boolean possible =
        order == Order.CHANNELS_LAST
            || simplifier.steps().values().stream()
                .allMatch(
                    step ->
                        !(step instanceof Step.Apply apply)
                            || EXACT.contains(apply.operator().name()));
    return convolutions == 0 || !possible
        ? Optional.empty()
        : Optional.of(new Writer(simplifier, target, order).program(convolutions));
  }

  /** Writes the lines, one variable a step. */
  private static final class Writer {

    private final Simplifier simplifier;
    private final Node target;
    private final Order order;
    private final Map<Node, String> names = new HashMap<>();
    private final List<Recipe> recipes = new ArrayList<>();
    private final Map<Recipe, Integer> places = new HashMap<>();
    private int tensors;

    Writer(Simplifier simplifier, Node target, Order order) {
      this.simplifier = simplifier;
      this.target = target;
      this.order = order;
    }

    HeadProgram program(long convolutions) {
      StringBuilder text = new StringBuilder(HEAD);
      List<Line> lines = new ArrayList<>();
      List<String> sizes = new ArrayList<>();
      simplifier
          .steps()
          .forEach(
              (node, step) -> {
                int known = recipes.size();
                String name = "v" + names.size();
                String expression = text(step);
                names.put(node, name);
                boolean measured = step instanceof Step.Convolve && recipes.size() > known;
                if (measured) {
                  String x = names.get(((Step.Convolve) step).x());
                  sizes.add("torch.tensor(torch.size(" + x + "), dtype=4)");
                }
                lines.add(
                    new Line(
                        name,
                        expression,
                        measured ? OptionalInt.of(sizes.size() - 1) : OptionalInt.empty(),
                        simplifier.isWaist(node)));
              });
      StringBuilder body = new StringBuilder();
      lines.forEach(line -> line(body, line.text()));
      text.append(method("forward", "x", "Tensor")).append(body);
      line(text, "return " + order.end(String.valueOf(names.get(target))));
      text.append(method("sizes", "x", "List[Tensor]")).append(body);
      line(text, "return [" + String.join(", ", sizes) + "]");
      for (int i = 0; i < recipes.size(); i++) {
        if (recipes.get(i) instanceof Recipe.Kernel kernel) {
          text.append(
              "  def "
                  + PREPARE
                  + i
                  + "(self: "
                  + CLASS
                  + ", raw: List[Tensor]) -> List[Tensor]:\n");
          kernel.lines().forEach(line -> line(text, line));
        }
      }
      return new HeadProgram(
          text.toString(), List.copyOf(recipes), summary(convolutions), order, List.copyOf(lines));
    }

    private String summary(long convolutions) {
      return order == Order.BLOCKED
          ? convolutions + " convolutions in oneDNN's order, bit for bit"
          : "%d convolutions in channels-last order, %d batch norms folded, %d activations fused"
              .formatted(convolutions, simplifier.folded(), simplifier.fused());
    }

    private int place(Recipe recipe) {
      Integer known = places.get(recipe);
      if (known != null) {
        return known;
      }
      int place = tensors;
      tensors += recipe instanceof Recipe.Kernel kernel && kernel.hasBias() ? 2 : 1;
      recipes.add(recipe);
      places.put(recipe, place);
      return place;
    }

    private String text(Step step) {
      if (step instanceof Step.Convolve convolve) {
        return text(convolve);
      } else if (step instanceof Step.Apply apply) {
        return text(apply.operator());
      }
      return order.begin();
    }

    private String text(Step.Convolve convolve) {
      int place = place(convolve.kernel());
      String bias = convolve.kernel().hasBias() ? "given[" + (place + 1) + "]" : "None";
      Node.Geometry geometry = convolve.kernel().geometry();
      if (order == Order.BLOCKED) {
        return "torch.conv2d(%s, given[%d], %s, %s, %s, %s, %s)"
            .formatted(
                names.get(convolve.x()),
                place,
                bias,
                geometry.stride(),
                geometry.padding(),
                geometry.dilation(),
                geometry.groups());
      }
      Activation activation = convolve.activation();
      return "ops.mkldnn._convolution_pointwise(%s, given[%d], %s, %s, %s, %s, %s, \"%s\", %s, \"%s\")"
          .formatted(
              names.get(convolve.x()),
              place,
              bias,
              geometry.padding(),
              geometry.stride(),
              geometry.dilation(),
              geometry.groups(),
              activation.name(),
              "annotate(List[Optional[number]], [" + String.join(", ", activation.numbers()) + "])",
              activation.algorithm());
    }

    private String text(Node.Operator operator) {
      String arguments =
          operator.arguments().stream().map(this::text).collect(Collectors.joining(", "));
      String inPlace = overwrites(operator) ? "_" : "";
      return "torch." + operator.name() + inPlace + "(" + arguments + ")";
    }

    /** Whether the first argument's memory may be used again: nobody else reads it. */
    private boolean overwrites(Node.Operator operator) {
      return IN_PLACE.contains(operator.name())
          && operator.arguments().get(0) instanceof Argument.Computed computed
          && simplifier.hasOneReader(computed.node())
          && ownsMemory(requireNonNull(simplifier.steps().get(computed.node())));
    }

    private static boolean ownsMemory(Step step) {
      return step instanceof Step.Convolve
          || (step instanceof Step.Apply apply && apply.operator().ownsMemory());
    }

    private String text(Argument argument) {
      if (argument instanceof Argument.Computed computed) {
        return String.valueOf(names.get(computed.node()));
      } else if (argument instanceof Argument.Stored stored) {
        return "given[" + place(new Recipe.Plain(stored.path())) + "]";
      } else if (argument instanceof Argument.Several several) {
        return several.items().stream().map(this::text).collect(Collectors.joining(", ", "[", "]"));
      } else if (argument instanceof Argument.Named named) {
        return named.name() + "=" + text(named.value());
      }
      return ((Argument.Literal) argument).text();
    }
  }
}
