package io.github.gradcam.image;

import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * Picks one of the decoders that know a file: for what the JDK reads fully, always the JDK's, so
 * that plug-ins on the class path change no pixel; for all else a plug-in before the JDK's.
 */
final class Decoders {

  private Decoders() {}

  static Optional<ImageReader> of(ImageInputStream stream, PhotoFormat format) {
    Iterator<ImageReader> known = ImageIO.getImageReaders(stream);
    ImageReader first = null;
    while (known.hasNext()) {
      ImageReader reader = known.next();
      if (isTheJdks(reader) == format.isTheJdks()) {
        return Optional.of(reader);
      }
      first = first == null ? reader : first;
    }
    return Optional.ofNullable(first);
  }

  static boolean havePlugin(String format) {
    Iterator<ImageReader> known = ImageIO.getImageReadersByFormatName(format);
    boolean found = false;
    while (known.hasNext()) {
      found |= !isTheJdks(known.next());
    }
    return found;
  }

  private static boolean isTheJdks(ImageReader reader) {
    ImageReaderSpi provider = reader.getOriginatingProvider();
    return provider != null && "java.desktop".equals(provider.getClass().getModule().getName());
  }
}
