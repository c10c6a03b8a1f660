package io.github.gradcam.djl.internal.engine;

import io.github.gradcam.error.ModelOpenException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why the engine cannot load an archive: mostly, that another PyTorch wrote it. */
final class LoadErrors {

  private static final Pattern VERSION =
      Pattern.compile("version (\\d+), but the (maximum|minimum) supported version .*? is (\\d+)");
  private static final Pattern OPERATOR = Pattern.compile("Unknown builtin op: (\\w+)::(\\S+)\\.");
  private static final String OWN = "aten";

  private LoadErrors() {}

  /**
   * The error for a failed load.
   *
   * @param failed the engine's
   * @param engine the engine's name and version
   */
  static ModelOpenException of(Throwable failed, String engine) {
    String message = String.valueOf(failed.getMessage());
    Matcher version = VERSION.matcher(message);
    Matcher operator = OPERATOR.matcher(message);
    String text;
    if (version.find()) {
      text = ofVersion(version, engine);
    } else if (operator.find()) {
      text = ofOperator(operator.group(1), operator.group(2), engine);
    } else if (message.contains("Arguments for call are not valid")) {
      text =
          "The network calls an operator with arguments that it does not have in the engine here, "
              + engine
              + ": another version of PyTorch wrote the file. Export it with that version.";
    } else {
      text = "PyTorch cannot load the TorchScript archive: " + EngineErrors.lastLine(failed) + ".";
    }
    return new ModelOpenException(text, failed);
  }

  private static String ofVersion(Matcher version, String engine) {
    boolean newer = version.group(2).equals("maximum");
    return "The archive has the file format "
        + version.group(1)
        + ", but the engine here, "
        + engine
        + ", reads none "
        + (newer ? "above " : "below ")
        + version.group(3)
        + ": "
        + (newer ? "a newer" : "an older")
        + " PyTorch wrote the file. Export it with that version.";
  }

  private static String ofOperator(String library, String name, String engine) {
    String found = "The network calls the operator " + library + "::" + name + ", which ";
    if (library.equals(OWN)) {
      return found
          + "the engine here, "
          + engine
          + ", does not have: a newer PyTorch wrote the file. Export it with that version.";
    }
    return found
        + "is none of PyTorch's own but of a library of C++. Export the network without it (for a"
        + " detector, its body alone), or name the library, built for "
        + engine
        + ", in the environment variable PYTORCH_EXTRA_LIBRARY_PATH.";
  }
}
