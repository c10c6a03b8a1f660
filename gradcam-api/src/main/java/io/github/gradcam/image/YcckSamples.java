package io.github.gradcam.image;

/** Luma and chroma back to ink: Adobe turned what the inks leave, so the colour is the ink. */
final class YcckSamples {

  private YcckSamples() {}

  /** ITU-R BT.601 over the full range, as JFIF has it. */
  static void toCmy(byte[] samples, int at) {
    int luma = samples[at] & 0xff;
    int blue = (samples[at + 1] & 0xff) - 128;
    int red = (samples[at + 2] & 0xff) - 128;
    samples[at] = level(luma + 1.402f * red);
    samples[at + 1] = level(luma - 0.344136f * blue - 0.714136f * red);
    samples[at + 2] = level(luma + 1.772f * blue);
  }

  private static byte level(float value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}
