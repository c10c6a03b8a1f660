package io.github.gradcam.tf.internal.source;

import io.github.gradcam.model.OutputChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/**
 * Finds the tensor that is meant among the signatures and outputs of a SavedModel.
 *
 * <p>An output is named by its key, or as {@code signature/key} where it belongs to another
 * signature than the first.
 */
public final class Signatures {

  /** What Keras and TensorFlow call the signature that is meant for use. */
  private static final List<String> USUAL = List.of("serving_default", "serve", "predict");

  private static final List<String> SCORES = List.of("logits", "out", "scores", "predictions");

  private static final Set<DataType> FLOATS =
      Set.of(DataType.DT_FLOAT, DataType.DT_HALF, DataType.DT_BFLOAT16, DataType.DT_DOUBLE);

  private final Map<String, SignatureDef> byName;

  private Signatures(MetaGraphDef graph) {
    this.byName = new TreeMap<>(graph.getSignatureDefMap());
    byName.values().removeIf(signature -> signature.getOutputsMap().isEmpty());
    byName.keySet().removeIf(name -> name.startsWith("__saved_model"));
  }

  /**
   * Which tensor is meant.
   *
   * @param graph the graph with its signatures
   * @param signature the name of one, or empty for the usual
   * @param choice which of its outputs
   * @throws SourceException if there is none such
   */
  public static String output(MetaGraphDef graph, Optional<String> signature, OutputChoice choice) {
    Signatures signatures = new Signatures(graph);
    if (signatures.byName.isEmpty()) {
      throw new SourceException(
          "has no signature: nothing says what its input and output are. Export it with one, with"
              + " Keras by model.export(folder)");
    }
    if (choice instanceof OutputChoice.Named named && signature.isEmpty()) {
      int slash = named.name().indexOf('/');
      if (slash > 0 && signatures.byName.containsKey(named.name().substring(0, slash))) {
        return signatures.output(
            named.name().substring(0, slash),
            new OutputChoice.Named(named.name().substring(slash + 1)));
      }
    }
    return signatures.output(signature.orElseGet(signatures::usual), choice);
  }

  private String usual() {
    return USUAL.stream()
        .filter(byName::containsKey)
        .findFirst()
        .orElseGet(() -> byName.keySet().iterator().next());
  }

  private String output(String name, OutputChoice choice) {
    SignatureDef signature = byName.get(name);
    if (signature == null) {
      throw new SourceException(
          "has no signature \"" + name + "\". There are: " + String.join(", ", byName.keySet()));
    }
    Map<String, TensorInfo> outputs = new TreeMap<>(signature.getOutputsMap());
    String key = key(outputs, choice);
    TensorInfo output = outputs.get(key);
    if (output == null || output.getName().isEmpty()) {
      throw new SourceException(
          "has no output \""
              + key
              + "\" in the signature \""
              + name
              + "\". There are: "
              + listed(outputs)
              + others(name));
    }
    if (!FLOATS.contains(output.getDtype())) {
      throw new SourceException(
          "gives "
              + output.getDtype()
              + " as \""
              + key
              + "\", and no scores. Choose another output. There are: "
              + listed(outputs));
    }
    if (takesTexts(signature)) {
      throw new SourceException(
          "takes texts, such as encoded photos: " + tellTexts(name, signature));
    }
    return output.getName();
  }

  private String others(String name) {
    String others =
        byName.keySet().stream()
            .filter(other -> !other.equals(name))
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? ""
        : ". Outputs of other signatures are named signature/output; signatures are: " + others;
  }

  private static boolean takesTexts(SignatureDef signature) {
    return !signature.getInputsMap().isEmpty()
        && signature.getInputsMap().values().stream()
            .allMatch(input -> input.getDtype() == DataType.DT_STRING);
  }

  private String tellTexts(String name, SignatureDef signature) {
    String texts = String.join(", ", new TreeMap<>(signature.getInputsMap()).keySet());
    String others =
        byName.entrySet().stream()
            .filter(other -> !takesTexts(other.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    String instead =
        others.isEmpty()
            ? "Export the network with a signature that takes images as numbers, with Keras by"
                + " model.export(folder)"
            : "Choose a signature that takes images as numbers, with SavedModelChoice. There are: "
                + others;
    return "the signature \"" + name + "\" reads " + texts + ". " + instead;
  }

  private static String listed(Map<String, TensorInfo> outputs) {
    return outputs.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + shape(entry.getValue()) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String key(Map<String, TensorInfo> outputs, OutputChoice choice) {
    List<String> keys = List.copyOf(outputs.keySet());
    if (choice instanceof OutputChoice.Named named) {
      return named.name();
    } else if (choice instanceof OutputChoice.AtIndex at) {
      return at.index() < keys.size() ? keys.get(at.index()) : String.valueOf(at.index());
    }
    List<String> numbers = new ArrayList<>();
    List<String> several = new ArrayList<>();
    outputs.forEach(
        (key, output) -> {
          if (FLOATS.contains(output.getDtype())) {
            numbers.add(key);
            // A single number, such as an age, is no choice among classes.
            if (!isSingle(output)) {
              several.add(key);
            }
          }
        });
    return SCORES.stream()
        .filter(numbers::contains)
        .findFirst()
        .or(() -> several.stream().findFirst())
        .or(() -> numbers.stream().findFirst())
        .orElseGet(() -> keys.get(0));
  }

  private static boolean isSingle(TensorInfo output) {
    int rank = output.getTensorShape().getDimCount();
    return rank > 0 && output.getTensorShape().getDim(rank - 1).getSize() == 1;
  }

  private static String shape(TensorInfo tensor) {
    return tensor.getTensorShape().getDimList().stream()
        .map(dimension -> dimension.getSize() < 0 ? "?" : Long.toString(dimension.getSize()))
        .collect(Collectors.joining("×"));
  }
}
