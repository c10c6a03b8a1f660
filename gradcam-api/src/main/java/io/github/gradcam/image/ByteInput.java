package io.github.gradcam.image;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Bytes in memory as ImageIO wants them, without the copy that its own streams make.
 *
 * <p>Some decoders take what lies behind the end for zeros and, in a broken file, go on for
 * minutes. They get so far and no further.
 */
final class ByteInput extends ImageInputStreamImpl {

  private static final int MOST_READS_BEHIND = 4096;

  private final byte[] bytes;
  private int readsBehind;

  ByteInput(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws BrokenPhotoException {
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : behind();
  }

  @Override
  public int read(byte[] to, int offset, int length) throws BrokenPhotoException {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return behind();
    }
    int count = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, to, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  private int behind() throws BrokenPhotoException {
    if (++readsBehind > MOST_READS_BEHIND) {
      throw new BrokenPhotoException("it ends before its picture does");
    }
    return -1;
  }
}
