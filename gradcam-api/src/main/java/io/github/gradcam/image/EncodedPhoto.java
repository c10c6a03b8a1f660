package io.github.gradcam.image;

import java.io.IOException;

/**
 * A photo's file, taken apart as far as its decoder does not need to know.
 *
 * @param bytes what the decoder gets: never a profile, comment or thumbnail that it might stumble
 *     over
 * @param orientation 1 to 8, as EXIF counts
 * @param profile the embedded ICC profile; empty if there is none
 * @param inks what four channels mean
 */
record EncodedPhoto(byte[] bytes, int orientation, byte[] profile, Inks inks) {

  private static final byte[] NO_PROFILE = {};

  static EncodedPhoto of(byte[] file, PhotoFormat format) throws IOException {
    return switch (format) {
      case JPEG -> JpegFile.of(file);
      case PNG -> PngFile.of(file);
      case WEBP -> new EncodedPhoto(file, WebpFile.orientation(file), NO_PROFILE, Inks.NONE);
      case TIFF -> new EncodedPhoto(file, ExifOrientation.of(file), NO_PROFILE, Inks.NONE);
      case GIF, BMP, OTHER ->
          new EncodedPhoto(file, ExifOrientation.UPRIGHT, NO_PROFILE, Inks.NONE);
    };
  }
}
