package io.github.gradcam.cli.setup;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.gradcam.image.Centring;
import java.util.Set;

/**
 * A class of the transformers library that makes inputs of photos.
 *
 * @param name the class's name
 * @param square whether a size that is a single number means a square, rather than the shorter side
 * @param defaults the keys it listens to, and what they are where a file is silent
 */
record ImageProcessor(String name, boolean square, JsonObject defaults) {

  private static final String FAST = "Fast";
  private static final String SUFFIX = "ImageProcessor";
  private static final Set<String> NULL_IS_SILENCE =
      Set.of("size", "crop_size", "image_mean", "image_std");

  /** The name without what all of them share: {@code ViT}, {@code ConvNext}. */
  String family() {
    return name.replaceAll(SUFFIX + "(" + FAST + ")?$", "");
  }

  /** Whether it computes with torchvision rather than Pillow and NumPy. */
  boolean fast() {
    return name.endsWith(FAST);
  }

  /** Where it cuts; ConvNext's fast form leaves that to torchvision. */
  Centring centring() {
    return fast() && family().equals("ConvNext") ? Centring.NEAREST : Centring.DOWN;
  }

  /** What the class works with when it reads a file: other keys are nothing to it. */
  Settings with(Settings file) {
    JsonObject merged = defaults.deepCopy();
    for (String key : defaults.keySet()) {
      if (file.values().has(key)) {
        JsonElement value = file.values().get(key);
        if (!value.isJsonNull()) {
          merged.add(key, value);
        } else if (!nullIsSilence(key)) {
          merged.add(key, JsonNull.INSTANCE);
        }
      }
    }
    return new Settings(file.file(), merged);
  }

  private boolean nullIsSilence(String key) {
    return fast()
        || NULL_IS_SILENCE.contains(key)
        || (key.equals("crop_pct") && family().equals("ConvNext"));
  }
}
