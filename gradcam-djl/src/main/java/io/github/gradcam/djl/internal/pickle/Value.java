package io.github.gradcam.djl.internal.pickle;

import java.util.ArrayList;
import java.util.List;

/** What a pickle would make. */
sealed interface Value {

  /** How deep it is nested. */
  default int depth() {
    return 1;
  }

  /** How many values it is, with everything in it counted as often as it is reached. */
  default long weight() {
    return 1;
  }

  /** What it is, for a person; never long. */
  default String told() {
    return "a value of another kind";
  }

  /** Nothing. */
  record None() implements Value {}

  /** A truth value. */
  record Flag(boolean value) implements Value {}

  /** A whole number. */
  record Int(long value) implements Value {}

  /** A number. */
  record Real(double value) implements Value {}

  /** A text. */
  record Text(String value) implements Value {}

  /** A name of Python's: never looked up, only compared. */
  record Global(String module, String name) implements Value {

    @Override
    public String told() {
      return module + "." + name;
    }
  }

  /** Numbers in a file of their own. */
  record Storage(StorageType type, String key, long elements) implements Value {}

  /**
   * Anything that is made of a name and plain values: a tensor, a device, a dictionary of hooks.
   */
  record Made(Global what) implements Value {}

  /** An object of a class of the archive. */
  record Instance(Global type, int depth, long weight) implements Value {}

  /** A mark on the stack. */
  record Mark() implements Value {}

  /** What holds others. */
  final class Holder implements Value {

    /** The kinds of holders. */
    enum Kind {
      TUPLE,
      LIST,
      DICTIONARY
    }

    static final int DEEPEST = 100;
    static final long MOST = 1_000_000;

    private final Kind kind;
    private final List<Value> items = new ArrayList<>();
    private int depth = 1;
    private long weight = 1;
    private boolean finished;

    Holder(Kind kind, List<Value> items) throws PickleException {
      this.kind = kind;
      add(items);
    }

    Kind kind() {
      return kind;
    }

    List<Value> items() {
      return items;
    }

    /** Adds items, which is over once it has been put anywhere: so nothing ever holds itself. */
    void add(List<Value> more) throws PickleException {
      if (finished) {
        throw new PickleException("a list or dictionary grows after it was used");
      }
      for (Value item : more) {
        if (item instanceof Holder holder) {
          holder.finish();
        }
        depth = Math.max(depth, item.depth() + 1);
        weight += item.weight();
        items.add(item);
        if (depth > DEEPEST) {
          throw new PickleException("values are nested more than " + DEEPEST + " deep");
        } else if (weight > MOST) {
          throw new PickleException("there are more than " + MOST + " values in one another");
        }
      }
    }

    void finish() {
      finished = true;
    }

    @Override
    public int depth() {
      return depth;
    }

    @Override
    public long weight() {
      return weight;
    }
  }
}
