package io.github.gradcam.djl.internal.pickle;

/** How the numbers of a storage are kept; named as the pickle names it, without its suffix. */
enum StorageType {
  Float(4),
  Double(8),
  Half(2),
  BFloat16(2),
  Long(8),
  Int(4),
  Short(2),
  Char(1),
  Byte(1),
  Bool(1);

  private static final String MODULE = "torch";
  private static final String SUFFIX = "Storage";

  private final int bytes;

  StorageType(int bytes) {
    this.bytes = bytes;
  }

  /** How many bytes a number has. */
  int bytes() {
    return bytes;
  }

  /** The type that a name of the pickle stands for. */
  static StorageType of(Value value) throws PickleException {
    if (value instanceof Value.Global global && global.module().equals(MODULE)) {
      for (StorageType type : values()) {
        if (global.name().equals(type + SUFFIX)) {
          return type;
        }
      }
    }
    throw new PickleException("weights are of the type " + value.told() + ", which is not known");
  }
}
