package io.github.gradcam.djl.internal.rewrite;

import static java.util.Objects.requireNonNull;

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
    Refusals.check(texts);
    Map<String, String> evaluated = new LinkedHashMap<>();
    texts.forEach(
        (module, text) -> evaluated.put(module, Rounding.cutOff(EvaluationMode.of(text))));
    try {
      return rewrite(new Program(evaluated, rootName), evaluated, choice);
    } catch (SourceException notUnderstood) {
      throw new ModelOpenException(
          "The TorchScript source in the archive cannot be used: "
              + notUnderstood.getMessage()
              + ". If PyTorch itself opens the file, please report it.",
          notUnderstood);
    }
  }

  private static Instrumented rewrite(
      Program program, Map<String, String> texts, OutputChoice choice) {
    Method forward = forward(program.root());
    OutputPick pick = new OutputPicks(program, forward.returns(), choice).pick();
    ScoreChain chain = new ScoreFinder(program, pick).find();
    Frame frame =
        new Frame(
            Layouts.ofNetwork(program).orElseThrow(() -> new SourceException("forward")),
            !chain.of(program.root(), forward).isEmpty());
    Addresses addresses = Addresses.of(frame, chain);
    Copies copies = new Copies(chain);
    copies.write(frame);
    copies.add(
        program.root(),
        Helpers.methods()
            .replace("${class}", program.root().name())
            .replace("${copy}", frame.copyName())
            .replace("${pick}", String.join("\n    ", pick.lines())));
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
            Collections.unmodifiableMap(addresses.found()), Map.copyOf(names), chain.kind()));
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
