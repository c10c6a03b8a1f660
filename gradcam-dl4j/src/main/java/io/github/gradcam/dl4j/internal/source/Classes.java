package io.github.gradcam.dl4j.internal.source;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.nd4j.shade.jackson.core.JsonToken;

/**
 * The classes that a configuration may name.
 *
 * <p>Deeplearning4j makes an instance of whatever class a configuration names. Only its own
 * settings are let through, and what the user allows.
 */
final class Classes {

  private static final String CLASS = "@class";

  /** Under this name lies the class of a distribution. */
  private static final String TYPE = "type";

  /** Constants have names without small letters and dots. */
  private static final Pattern CONSTANT = Pattern.compile("[A-Z0-9_]*");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$.]+");

  /** Layers, activations and the like: values, whose making does nothing. */
  private static final List<String> PACKAGES =
      List.of(
          "org.deeplearning4j.nn.conf.",
          "org.deeplearning4j.nn.weights.",
          "org.deeplearning4j.preprocessors.",
          "org.deeplearning4j.nn.modelimport.keras.preprocessors.",
          "org.nd4j.linalg.activations.impl.",
          "org.nd4j.linalg.lossfunctions.impl.",
          "org.nd4j.linalg.learning.config.",
          "org.nd4j.linalg.learning.regularization.",
          "org.nd4j.linalg.schedule.");

  private final Set<String> allowed;

  /**
   * Those of Deeplearning4j and some more.
   *
   * @param allowed the names of the user's own classes
   */
  Classes(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * Checks every class that a configuration names.
   *
   * @throws SourceException if one is not let through, or it is no proper JSON
   */
  void check(String json) {
    Json.walk(
        NetworkArchive.CONFIGURATION,
        json,
        (token, parser, depth) -> {
          if (token == JsonToken.VALUE_STRING) {
            checkField(String.valueOf(parser.getCurrentName()), parser.getText());
          }
        });
  }

  private void checkField(String field, String value) {
    boolean named =
        field.equals(CLASS) || (field.equals(TYPE) && !CONSTANT.matcher(value).matches());
    if (named && !isAllowed(value)) {
      throw new SourceException(
          "names the class "
              + Shown.text(value)
              + ", which is none of Deeplearning4j's layers and settings. It is not loaded, because"
              + " a file should not choose what code runs. If it is a layer of your own, write a"
              + " LayerRule for it and open the file with LayerRules");
    }
  }

  private boolean isAllowed(String name) {
    return allowed.contains(name)
        || (NAME.matcher(name).matches() && PACKAGES.stream().anyMatch(name::startsWith));
  }
}
