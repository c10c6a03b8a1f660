package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes one untrusted picture by way of ImageIO.
 *
 * @param name what errors call it
 * @param pixelLimit how many pixels it may have
 */
record PhotoDecoder(String name, long pixelLimit) {

  /** What the JPEG decoder only warns of, though part of the picture is then grey. */
  private static final List<String> DAMAGE =
      List.of("Truncated File", "premature end", "bad Huffman");

  BufferedImage decode(InputStream in) throws IOException {
    byte[] file = PhotoBytes.of(in, name, pixelLimit);
    PhotoFormat format = PhotoFormat.of(file);
    try {
      return decode(file, format);
    } catch (InvalidInputException e) {
      throw e;
    } catch (OutOfMemoryError e) { // one array too large; nothing else has come to harm
      throw new InvalidInputException(
          name
              + " needs more memory than the JVM has left. Give the JVM more (-Xmx), or lower the"
              + " limit of pixels, now "
              + pixelLimit
              + ".",
          e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // What decoders throw at files they did not foresee.
      throw broken(e, format);
    }
  }

  private BufferedImage decode(byte[] file, PhotoFormat format) throws IOException {
    EncodedPhoto photo = EncodedPhoto.of(file, format);
    try (ImageInputStream stream = new ByteInput(photo.bytes())) {
      Optional<ImageReader> found = Decoders.of(stream, format);
      if (found.isEmpty()) {
        throw new InvalidInputException(SignatureNames.unreadable(name, file));
      }
      ImageReader reader = found.get();
      try {
        reader.setInput(stream, true, true);
        requireSize(reader.getWidth(0), reader.getHeight(0), format, file.length);
        return Upright.turned(pixels(reader, photo, format, file), photo.orientation());
      } finally {
        reader.dispose();
      }
    }
  }

  private BufferedImage pixels(
      ImageReader reader, EncodedPhoto photo, PhotoFormat format, byte[] file) throws IOException {
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    if (photo.inks() != Inks.NONE) {
      Raster raster = reader.readRaster(0, null);
      requireWhole(warnings);
      return CmykSamples.toSrgb(raster, photo.inks(), photo.profile());
    }
    GifScreen screen = null;
    if (format == PhotoFormat.GIF) {
      screen = GifScreen.of(file);
      requireSize(screen.width(), screen.height(), format, file.length);
    }
    BufferedImage picture = reader.read(0);
    requireWhole(warnings);
    return Srgb.of(
        screen == null ? picture : screen.show(picture),
        ColourProfile.of(photo.profile(), picture.getColorModel()));
  }

  private static void requireWhole(List<String> warnings) throws IOException {
    for (String warning : warnings) {
      if (DAMAGE.stream().anyMatch(warning::contains)) {
        throw new IOException(warning);
      }
    }
  }

  private void requireSize(int width, int height, PhotoFormat format, int bytes)
      throws IOException {
    if (width < 1 || height < 1) {
      throw new InvalidInputException(
          name
              + " is a picture of "
              + width
              + " x "
              + height
              + " pixels, but a photo has at least one. Save it again.");
    }
    long pixels = (long) width * height;
    if (pixels > pixelLimit) {
      throw new InvalidInputException(
          name
              + " has "
              + width
              + " x "
              + height
              + " pixels, more than the limit of "
              + pixelLimit
              + ". Make it smaller, or raise the limit if you trust where it comes from.");
    }
    if (!format.mayHold(pixels, bytes)) {
      throw new BrokenPhotoException(
          "its " + bytes + " bytes cannot hold " + width + " x " + height + " pixels");
    }
  }

  private InvalidInputException broken(Throwable e, PhotoFormat format) {
    String what =
        e instanceof BrokenPhotoException
            ? e.getMessage()
            : "its decoder says \"" + innermost(e) + "\"";
    String plugin =
        format == PhotoFormat.TIFF && !Decoders.havePlugin("tiff")
            ? " The JDK reads only the common kinds of TIFF; TwelveMonkeys'"
                + " com.twelvemonkeys.imageio:imageio-tiff on the class path reads more."
            : "";
    return new InvalidInputException(
        name
            + " is truncated or broken: "
            + what
            + ". Copy or save it again; a viewer that shows it may be guessing the rest."
            + plugin,
        e);
  }

  private static String innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
