package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.Method;
import io.github.gradcam.djl.internal.syntax.Program;
import io.github.gradcam.djl.internal.syntax.SourceParser;
import io.github.gradcam.djl.internal.syntax.TorchClass;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.OutputChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decides which output is meant, from the declared type of what the network returns. */
final class OutputPicks {

  private static final List<String> PREFERRED = List.of("logits", "out");
  private static final String TAKE = "gradcam_score = ";

  private final Program program;
  private final String type;
  private final OutputChoice choice;

  OutputPicks(Program program, String type, OutputChoice choice) {
    this.program = program;
    this.type = type;
    this.choice = choice;
  }

  OutputPick pick() {
    if (type.equals("Tensor")) {
      if (choice instanceof OutputChoice.Named
          || (choice instanceof OutputChoice.AtIndex at && at.index() > 0)) {
        throw missing("a single tensor");
      }
      return new OutputPick(-1, List.of(), List.of(TAKE + "gradcam_result"));
    } else if (type.equals("Optional[Tensor]") && choice instanceof OutputChoice.Automatic) {
      return new OutputPick(-1, List.of(), unlessNone("gradcam_result"));
    } else if (type.equals("Dict[str, Tensor]")) {
      return fromDictionary();
    } else if (type.equals("List[Tensor]")) {
      if (choice instanceof OutputChoice.Named) {
        throw missing("a list of tensors without names");
      }
      int index = choice instanceof OutputChoice.AtIndex at ? at.index() : 0;
      return new OutputPick(index, List.of(), List.of(TAKE + "gradcam_result[" + index + "]"));
    } else if (type.startsWith("Tuple[") && type.endsWith("]")) {
      List<String> types =
          SourceParser.splitAtCommas(type.substring("Tuple[".length(), type.length() - 1));
      List<String> unnamed = IntStream.range(0, types.size()).mapToObj(String::valueOf).toList();
      return fromTuple(unnamed, types);
    }
    TorchClass named =
        program
            .type(type)
            .filter(c -> c.parent().equals("NamedTuple"))
            .orElseThrow(() -> missing("the type " + type));
    return fromTuple(
        List.copyOf(named.attributes().keySet()), List.copyOf(named.attributes().values()));
  }

  private OutputPick fromDictionary() {
    if (choice instanceof OutputChoice.AtIndex) {
      throw missing("a dictionary: name a key instead of a place");
    }
    if (choice instanceof OutputChoice.Named named) {
      String key = Quoted.of(named.name());
      requireKey(key);
      return new OutputPick(
          -1,
          List.of(named.name()),
          List.of(
              "gradcam_none = uninitialized(Tensor)",
              "if torch.__contains__(gradcam_result, " + key + "):",
              "  " + TAKE + "gradcam_result[" + key + "]",
              "else:",
              "  " + Helpers.MODULE + ".no_output(torch.keys(gradcam_result))",
              "  " + TAKE + "gradcam_none"));
    }
    return new OutputPick(
        -1,
        PREFERRED,
        List.of(
            "if torch.__contains__(gradcam_result, \"logits\"):",
            "  " + TAKE + "gradcam_result[\"logits\"]",
            "else:",
            "  if torch.__contains__(gradcam_result, \"out\"):",
            "    " + TAKE + "gradcam_result[\"out\"]",
            "  else:",
            "    " + TAKE + "(torch.list(torch.values(gradcam_result)))[0]"));
  }

  private void requireKey(String key) {
    Optional.ofNullable(program.root().methods().get("forward"))
        .flatMap(Method::body)
        .flatMap(DictionaryKeys::of)
        .filter(keys -> !keys.contains(key))
        .ifPresent(
            keys -> {
              throw missing("a dictionary with the keys " + String.join(", ", keys));
            });
  }

  private OutputPick fromTuple(List<String> names, List<String> types) {
    int index = choice instanceof OutputChoice.AtIndex at ? at.index() : indexByName(names, types);
    if (index < 0 || index >= types.size()) {
      throw missing("a tuple of " + types + " named " + names);
    }
    if (types.get(index).equals("Tensor")) {
      return new OutputPick(index, List.of(), List.of(TAKE + "(gradcam_result)[" + index + "]"));
    }
    if (!types.get(index).equals("Optional[Tensor]")) {
      throw missing("a tuple of " + types + " named " + names);
    }
    return new OutputPick(index, List.of(), unlessNone("(gradcam_result)[" + index + "]"));
  }

  private static List<String> unlessNone(String part) {
    List<String> lines = new ArrayList<>();
    lines.add("gradcam_part = " + part);
    lines.add("gradcam_none = uninitialized(Tensor)");
    lines.add("if torch.__isnot__(gradcam_part, None):");
    lines.add("  " + TAKE + "unchecked_cast(Tensor, gradcam_part)");
    lines.add("else:");
    lines.add("  ops.prim.RaiseException(\"the chosen output is None\")");
    lines.add("  " + TAKE + "gradcam_none");
    return lines;
  }

  private int indexByName(List<String> names, List<String> types) {
    if (choice instanceof OutputChoice.Named named) {
      return names.indexOf(named.name());
    }
    return PREFERRED.stream()
        .map(names::indexOf)
        .filter(index -> index >= 0)
        .findFirst()
        .orElse(types.indexOf("Tensor"));
  }

  private ModelOpenException missing(String found) {
    String asked =
        choice instanceof OutputChoice.AtIndex at
            ? "The output at place " + at.index() + " was asked for"
            : choice instanceof OutputChoice.Named named
                ? "The output named \"" + named.name() + "\" was asked for"
                : "One tensor of scores is needed";
    return new ModelOpenException(
        asked
            + ", but the network returns "
            + found
            + ". ModelOptions.output(…) picks by place from tuples and lists of tensors, and by name"
            + " from dictionaries and named tuples.");
  }
}
