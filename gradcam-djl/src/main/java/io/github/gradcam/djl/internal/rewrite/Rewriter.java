package io.github.gradcam.djl.internal.rewrite;

import static java.util.Objects.requireNonNull;

import io.github.gradcam.djl.internal.layout.Layout;
import io.github.gradcam.djl.internal.layout.Layouts;
import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Program;
import io.github.gradcam.djl.internal.syntax.SourceException;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.OutputChoice;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Puts beside the methods of an archive's source those that hand out what flows through them. */
public final class Rewriter {

  private Rewriter() {}

  /**
   * Rewrites the source.
   *
   * @param texts by dotted module name, the text of every file
   * @param rootName the qualified name of the network's class
   * @param choice which output is meant
   * @return the source with the methods
   * @throws ModelOpenException if the source cannot be read, or the network takes or returns
   *     something else than tensors
   */
  public static Instrumented rewrite(
      Map<String, String> texts, String rootName, OutputChoice choice) {
    return rewrite(
        texts, rootName, choice, (program, pick) -> new ScoreFinder(program, pick).find());
  }

  /**
   * Rewrites the source of a network that is part of a larger one and goes on with all it returns,
   * a softmax at its end included.
   *
   * @param texts by dotted module name, the text of every file
   * @param rootName the qualified name of the network's class
   * @return the source with the methods
   * @throws ModelOpenException if the source cannot be read, or the network takes or returns
   *     something else than one tensor
   */
  public static Instrumented rewritePart(Map<String, String> texts, String rootName) {
    return rewrite(
        texts,
        rootName,
        new OutputChoice.Automatic(),
        (program, pick) -> {
          if (!forward(program.root()).returnsTensor()) {
            throw new ModelOpenException(
                "A TorchScript network that stands before other blocks must return one tensor, but"
                    + " this one returns "
                    + forward(program.root()).returns()
                    + ". Wrap it in a module that returns the tensor alone, and export that.");
          }
          return new ScoreChain();
        });
  }

  private static Instrumented rewrite(
      Map<String, String> texts,
      String rootName,
      OutputChoice choice,
      BiFunction<Program, OutputPick, ScoreChain> chains) {
    Refusals.check(texts);
    Map<String, String> evaluated = new LinkedHashMap<>();
    texts.forEach(
        (module, text) -> evaluated.put(module, Rounding.cutOff(EvaluationMode.of(text))));
    try {
      return rewrite(new Program(evaluated, rootName), evaluated, choice, chains);
    } catch (SourceException notUnderstood) {
      throw new ModelOpenException(
          "The TorchScript source in the archive cannot be used: "
              + notUnderstood.getMessage()
              + ". If PyTorch itself opens the file, please report it.",
          notUnderstood);
    }
  }

  private static Instrumented rewrite(
      Program program,
      Map<String, String> texts,
      OutputChoice choice,
      BiFunction<Program, OutputPick, ScoreChain> chains) {
    Method forward = forward(program.root());
    OutputPick pick = new OutputPicks(program, forward.returns(), choice).pick();
    ScoreChain chain = chains.apply(program, pick);
    Layout layout = Layouts.ofNetwork(program).orElseThrow(() -> new SourceException("forward"));
    Blueprint blueprint = Blueprint.of(program, layout);
    Frame frame = new Frame(layout, !chain.of(program.root(), forward).isEmpty());
    Addresses addresses = Addresses.of(frame, chain);
    Copies copies = new Copies(chain);
    copies.write(frame);
    copies.add(
        program.root(),
        Helpers.methods()
            .replace("${class}", program.root().name())
            .replace("${copy}", frame.copyName())
            .replace("${input}", input(program, addresses))
            .replace("${pick}", String.join("\n    ", pick.lines())));
    copies.add(program.root(), blueprint.methods());
    Tails tails = new Tails(copies, chain, pick, program.root());
    Map<String, String> names = new LinkedHashMap<>();
    addresses
        .ways()
        .forEach(
            (text, way) ->
                tails
                    .write(requireNonNull(addresses.found().get(text)), way)
                    .ifPresent(name -> names.put(text, name)));
    return new Instrumented(
        written(program, texts, copies),
        new Catalog(
            Collections.unmodifiableMap(addresses.found()),
            Map.copyOf(names),
            Map.copyOf(addresses.others()),
            InputAxes.of(addresses),
            chain.kind()),
        blueprint);
  }

  /** The network's input in the type that the network computes in. */
  private static String input(Program program, Addresses addresses) {
    return InputType.sample(program, addresses)
        .map(sample -> Helpers.MODULE + ".like(gradcam_x, " + sample + ")")
        .orElse("gradcam_x");
  }

  private static Map<String, String> written(
      Program program, Map<String, String> texts, Copies copies) {
    Map<TorchClass, String> additions = copies.texts();
    Map<String, String> result = new LinkedHashMap<>(texts);
    program.sources().forEach((module, source) -> result.put(module, source.with(additions)));
    result.put(Helpers.MODULE, Helpers.functions());
    return result;
  }

  private static Method forward(TorchClass root) {
    Method forward = root.methods().get("forward");
    if (forward == null || forward.body().isEmpty()) {
      throw new ModelOpenException(
          "The network's class " + root.kind() + " has no forward method that can be read.");
    }
    List<Method.Param> params = forward.params();
    boolean single =
        !params.isEmpty()
            && params.get(0).isTensor()
            && params.stream().skip(1).allMatch(param -> !param.rest().isEmpty());
    if (!single) {
      throw new ModelOpenException(
          "A network of images takes one tensor, but this one's forward takes ("
              + params.stream().map(Method.Param::text).collect(Collectors.joining(", "))
              + "). Wrap it in a module that takes the images alone, and export that.");
    }
    return forward;
  }
}
