package io.github.gradcam.dl4j.internal.source;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What stands before the numbers in a file of weights: a list that describes the shape, then the
 * numbers' type and how many there are.
 *
 * @param type the numbers' type
 * @param length how many there are
 */
record CoefficientsHeader(DataType type, long length) {

  /** The shape's list has the rank, twice as many lengths and strides, and three numbers more. */
  private static final int BESIDE_SHAPE = 4;

  private static final int MOST_AXES = 2;
  private static final int LONGEST_SHAPE = 2 * MOST_AXES + BESIDE_SHAPE;

  /** Files of before 2018 have lengths of four bytes, under one of these names. */
  private static final String OLD = "DIRECT|HEAP|JAVACPP";

  private static final String NEW = "LONG_SHAPE|MIXED_DATA_TYPES";

  /**
   * Reads it; the numbers come next.
   *
   * @throws SourceException if it is none, or not one of a row of numbers
   */
  static CoefficientsHeader read(DataInputStream in) throws IOException {
    Part shape = Part.read(in);
    if (shape.length() < BESIDE_SHAPE || shape.length() > LONGEST_SHAPE) {
      throw odd("a list of " + shape.length() + " numbers for its shape");
    }
    long[] list = new long[(int) shape.length()];
    for (int i = 0; i < list.length; i++) {
      list[i] = shape.integer(in);
    }
    long rank = list[0];
    if (rank < 1 || rank > MOST_AXES || list.length != 2 * rank + BESIDE_SHAPE) {
      throw odd("a shape of " + rank + " axes");
    }
    long[] lengths = Arrays.copyOfRange(list, 1, 1 + (int) rank);
    long[] strides = Arrays.copyOfRange(list, 1 + (int) rank, 1 + 2 * (int) rank);
    Part numbers = Part.read(in);
    DataType type =
        numbers
            .floating()
            .orElseThrow(() -> odd("numbers of the type " + Shown.text(numbers.type())));
    long longest = Arrays.stream(lengths).max().orElse(0);
    boolean row = rank == 1 || lengths[0] == 1 || lengths[1] == 1;
    boolean dense =
        longest <= 1
            || strides[0] == 1 && lengths[0] == longest
            || strides[(int) rank - 1] == 1 && lengths[(int) rank - 1] == longest;
    if (!row
        || !dense
        || longest != numbers.length()
        || Arrays.stream(lengths).min().orElse(0) < 1) {
      throw odd(
          "the shape "
              + Arrays.toString(lengths)
              + " with the strides "
              + Arrays.toString(strides)
              + " for "
              + numbers.length()
              + " numbers");
    }
    return new CoefficientsHeader(type, numbers.length());
  }

  private static SourceException odd(String found) {
    return new SourceException(
        "holds weights that Deeplearning4j did not write: they have "
            + found
            + ", and should be one row of floating point numbers. Save the network again");
  }

  /** One of its two parts begins with this: how it was allocated, its length and its type. */
  private record Part(long length, String type) {

    static Part read(DataInputStream in) throws IOException {
      String mode = in.readUTF();
      if (mode.matches(OLD)) {
        return new Part(in.readInt(), in.readUTF());
      } else if (mode.matches(NEW)) {
        return new Part(in.readLong(), in.readUTF());
      }
      throw odd("the allocation mode " + Shown.quoted(mode));
    }

    long integer(DataInputStream in) throws IOException {
      return switch (type) {
        case "INT" -> in.readInt();
        case "LONG" -> in.readLong();
        default -> throw odd("a shape of the type " + Shown.text(type));
      };
    }

    Optional<DataType> floating() {
      return Stream.of(DataType.FLOAT, DataType.DOUBLE, DataType.HALF)
          .filter(known -> known.name().equals(type))
          .findFirst();
    }
  }
}
