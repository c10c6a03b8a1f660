package io.github.gradcam.dl4j.internal.plan;

/**
 * How long an axis of the images may be.
 *
 * @param least the least length
 * @param most the largest length
 * @param usual the length that is assumed where nobody says otherwise
 */
record Side(int least, int most, int usual) {

  static Side of(long length) {
    int only = Math.toIntExact(length);
    return new Side(only, only, only);
  }

  static Side any(int usual) {
    return new Side(1, Integer.MAX_VALUE, usual);
  }

  boolean takes(int length) {
    return least <= length && length <= most;
  }

  /** The same, with another length assumed, if it may be so. */
  Side usually(long length) {
    return length >= least && length <= most ? new Side(least, most, (int) length) : this;
  }

  @Override
  public String toString() {
    if (most == Integer.MAX_VALUE) {
      return "any";
    }
    return least == most ? Integer.toString(least) : least + " to " + most;
  }
}
