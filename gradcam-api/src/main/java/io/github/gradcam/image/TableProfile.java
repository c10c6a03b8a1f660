package io.github.gradcam.image;

import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** A profile of tables, such as printers and scanners have, left to the JDK's colour management. */
record TableProfile(ICC_ColorSpace space) implements ColourProfile {

  /** So many pixels are converted at a time. */
  private static final int STRIP = 1 << 16;

  static Optional<TableProfile> of(IccProfile icc) {
    try {
      TableProfile profile =
          new TableProfile(new ICC_ColorSpace(ICC_Profile.getInstance(icc.bytes())));
      profile.toSrgb(new byte[profile.space.getNumComponents()], new int[1]);
      return Optional.of(profile);
    } catch (CMMException | ProfileDataException | IllegalArgumentException e) {
      return Optional.empty(); // broken: as if it were not there
    }
  }

  @Override
  public void toSrgb(int[] argb) {
    for (int from = 0; from < argb.length; from += STRIP) {
      int[] rgb = new int[Math.min(STRIP, argb.length - from)];
      byte[] samples = new byte[3 * rgb.length];
      for (int i = 0; i < rgb.length; i++) {
        samples[3 * i] = (byte) (argb[from + i] >> 16);
        samples[3 * i + 1] = (byte) (argb[from + i] >> 8);
        samples[3 * i + 2] = (byte) argb[from + i];
      }
      toSrgb(samples, rgb);
      for (int i = 0; i < rgb.length; i++) {
        argb[from + i] = argb[from + i] & 0xff000000 | rgb[i] & 0xffffff;
      }
    }
  }

  /** Converts interleaved samples, one a component, to as many packed pixels. */
  void toSrgb(byte[] samples, int[] rgb) {
    int bands = space.getNumComponents();
    int[] offsets = new int[bands];
    for (int i = 0; i < bands; i++) {
      offsets[i] = i;
    }
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, samples.length),
            rgb.length,
            1,
            samples.length,
            bands,
            offsets,
            null);
    ComponentColorModel model =
        new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    BufferedImage converted = new BufferedImage(rgb.length, 1, BufferedImage.TYPE_INT_RGB);
    new ColorConvertOp(null).filter(new BufferedImage(model, raster, false, null), converted);
    converted.getRaster().getDataElements(0, 0, rgb.length, 1, rgb);
  }
}
