package io.github.gradcam.bench;

import io.github.gradcam.model.Device;
import java.util.Locale;

/** What the parameter {@code device} may be. */
enum Processor {
  CPU(Device.cpu()),
  GPU(Device.gpu(0));

  private final Device device;

  Processor(Device device) {
    this.device = device;
  }

  Device device() {
    return device;
  }

  static Processor named(String text) {
    for (Processor processor : values()) {
      if (processor.name().toLowerCase(Locale.ROOT).equals(text)) {
        return processor;
      }
    }
    throw new IllegalArgumentException(
        "There is no device \"" + text + "\". Say -p device=cpu or -p device=gpu.");
  }
}
