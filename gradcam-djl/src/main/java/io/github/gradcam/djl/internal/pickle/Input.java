package io.github.gradcam.djl.internal.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, in order. */
final class Input {

  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_NUMBER = 8;

  private final ByteBuffer bytes;

  Input(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean isAtEnd() {
    return !bytes.hasRemaining();
  }

  int u8() throws PickleException {
    require(1);
    return bytes.get() & 0xff;
  }

  int u16() throws PickleException {
    require(2);
    return bytes.getShort() & 0xffff;
  }

  int s32() throws PickleException {
    require(4);
    return bytes.getInt();
  }

  /** A double, which alone has its high byte first. */
  double real() throws PickleException {
    require(8);
    return Double.longBitsToDouble(Long.reverseBytes(bytes.getLong()));
  }

  /** A whole number with as many bytes as the first one says. */
  long number() throws PickleException {
    int length = u8();
    if (length > LONGEST_NUMBER) {
      throw new PickleException("a whole number has " + length + " bytes");
    }
    require(length);
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (bytes.get() & 0xffL) << (8 * i);
    }
    int unused = Long.SIZE - 8 * length;
    return length == 0 ? 0 : value << unused >> unused;
  }

  /** A text with its length before it. */
  String text() throws PickleException {
    int length = s32();
    require(length);
    ByteBuffer part = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    } catch (CharacterCodingException notText) {
      throw new PickleException("a text is not in UTF-8");
    }
  }

  /** A dotted name that a line break ends. */
  String name() throws PickleException {
    StringBuilder name = new StringBuilder();
    for (int c = u8(); c != '\n'; c = u8()) {
      boolean known = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '.');
      if (!known || name.length() >= LONGEST_NAME) {
        throw new PickleException("a class has a name that none can have");
      }
      name.append((char) c);
    }
    return name.toString();
  }

  private void require(int length) throws PickleException {
    if (length < 0 || length > bytes.remaining()) {
      throw new PickleException("it ends in the middle");
    }
  }
}
