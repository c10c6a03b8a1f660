package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.error.ModelOpenException;
import java.util.Map;
import java.util.regex.Pattern;

/** What source may not hold, although PyTorch could load it. */
final class Refusals {

  private static final Pattern RESERVED =
      Pattern.compile("\\bdef gradcam_|\\bgradcam_(?:base|wanted|taps|value)\\b");
  private static final Pattern AT_LOADING = Pattern.compile("\\bdef __setstate__\\b");
  private static final Pattern FILES =
      Pattern.compile("\\b(?:torch|aten)\\s*\\.\\s*(?:save|from_file)\\b");

  private Refusals() {}

  /** Fails if a file of source holds what it may not. */
  static void check(Map<String, String> texts) {
    if (texts.containsKey(Helpers.MODULE) || holds(texts, RESERVED)) {
      throw new ModelOpenException(
          "The archive holds methods or names that begin with gradcam_, which are put into it when"
              + " it is opened: it was rewritten before, or uses reserved names. Open the file that"
              + " torch.jit.save wrote, or rename what is yours.");
    } else if (holds(texts, AT_LOADING)) {
      throw new ModelOpenException(
          "The archive holds a __setstate__ method, which would run while it is loaded. Quantized"
              + " networks have one, and no gradients: export the network in float32. If it comes"
              + " from somebody else, do not trust it.");
    } else if (holds(texts, FILES)) {
      throw new ModelOpenException(
          "The network's code reads or writes files (torch.save or torch.from_file), which no"
              + " network of images does. Do not trust it.");
    }
  }

  private static boolean holds(Map<String, String> texts, Pattern pattern) {
    return texts.values().stream().anyMatch(text -> pattern.matcher(text).find());
  }
}
