package io.github.gradcam.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds out how a camera was held: tag 0x0112 in the TIFF structure that EXIF is, wherever it is
 * embedded. EXIF that makes no sense counts as none.
 */
final class ExifOrientation {

  /** As stored. */
  static final int UPRIGHT = 1;

  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_BYTES = 12;

  private ExifOrientation() {}

  /** The orientation, 1 to 8, that a TIFF structure's first directory has. */
  static int of(byte[] tiff) {
    try {
      return inFirstDirectory(ByteBuffer.wrap(tiff));
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      return UPRIGHT; // cut off: as if it were not there
    }
  }

  private static int inFirstDirectory(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getChar(directory);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (tiff.getChar(entry) == ORIENTATION) {
        int orientation = tiff.getChar(entry + 8);
        return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
