package io.github.gradcam.djl.internal.pickle;

import io.github.gradcam.djl.internal.pickle.Value.Holder;
import java.util.ArrayList;
import java.util.List;

/** Goes through the instructions of a pickle: those that TorchScript writes, and no other. */
final class Machine {

  private static final int PROTOCOL = 2;

  private final Input input;
  private final Maker maker;
  private final List<Value> stack = new ArrayList<>();
  private final List<Value> memo = new ArrayList<>();

  Machine(Input input, Maker maker) {
    this.input = input;
    this.maker = maker;
  }

  /** The one value that the pickle makes. */
  Value run() throws PickleException {
    if (input.u8() != 0x80 || input.u8() != PROTOCOL) {
      throw new PickleException("it does not begin as a pickle of protocol " + PROTOCOL);
    }
    for (int code = input.u8(); code != '.'; code = input.u8()) {
      step(code);
    }
    if (stack.size() != 1 || !input.isAtEnd()) {
      throw new PickleException("it makes more than one value");
    }
    return pop();
  }

  private void step(int code) throws PickleException {
    switch (code) {
      case 'N' -> push(new Value.None());
      case 0x88 -> push(new Value.Flag(true));
      case 0x89 -> push(new Value.Flag(false));
      case 'K' -> push(new Value.Int(input.u8()));
      case 'M' -> push(new Value.Int(input.u16()));
      case 'J' -> push(new Value.Int(input.s32()));
      case 0x8a -> push(new Value.Int(input.number()));
      case 'G' -> push(new Value.Real(input.real()));
      case 'X' -> push(new Value.Text(input.text()));
      case 'c' -> push(new Value.Global(input.name(), input.name()));
      case '(' -> push(new Value.Mark());
      case ')' -> push(new Holder(Holder.Kind.TUPLE, List.of()));
      case ']' -> push(new Holder(Holder.Kind.LIST, List.of()));
      case '}' -> push(new Holder(Holder.Kind.DICTIONARY, List.of()));
      case 't' -> push(new Holder(Holder.Kind.TUPLE, sinceMark()));
      case 0x85 -> push(new Holder(Holder.Kind.TUPLE, last(1)));
      case 0x86 -> push(new Holder(Holder.Kind.TUPLE, last(2)));
      case 0x87 -> push(new Holder(Holder.Kind.TUPLE, last(3)));
      case 'e' -> grow(Holder.Kind.LIST, sinceMark());
      case 'a' -> grow(Holder.Kind.LIST, last(1));
      case 'u' -> grow(Holder.Kind.DICTIONARY, sinceMark());
      case 's' -> grow(Holder.Kind.DICTIONARY, last(2));
      case 'q' -> remember(input.u8());
      case 'r' -> remember(input.s32());
      case 'h' -> recall(input.u8());
      case 'j' -> recall(input.s32());
      case 'Q' -> push(maker.storage(pop()));
      case 0x81 -> created();
      case 'b', 'R' -> {
        Value argument = pop();
        push(maker.made(pop(), argument, code == 'b'));
      }
      default ->
          throw new PickleException(
              "it holds the instruction 0x%02x, which TorchScript does not write".formatted(code));
    }
  }

  /** An object without its state is its class still. */
  private void created() throws PickleException {
    boolean plain = pop() instanceof Holder arguments && arguments.items().isEmpty();
    if (!plain || stack.isEmpty() || !(stack.get(stack.size() - 1) instanceof Value.Global)) {
      throw new PickleException("an object is made of something that is no class");
    }
  }

  private void grow(Holder.Kind kind, List<Value> items) throws PickleException {
    Value holder = stack.isEmpty() ? new Value.Mark() : stack.get(stack.size() - 1);
    boolean even = kind != Holder.Kind.DICTIONARY || items.size() % 2 == 0;
    if (!even || !(holder instanceof Holder known) || known.kind() != kind) {
      throw new PickleException("items belong to no list or dictionary");
    }
    known.add(items);
  }

  private void remember(int place) throws PickleException {
    if (place != memo.size() || stack.isEmpty()) {
      throw new PickleException("a value is remembered out of order");
    }
    memo.add(stack.get(stack.size() - 1));
  }

  private void recall(int place) throws PickleException {
    if (place < 0 || place >= memo.size()) {
      throw new PickleException("a value is recalled that was never remembered");
    }
    Value value = memo.get(place);
    if (value instanceof Holder holder) {
      holder.finish();
    }
    push(value);
  }

  private void push(Value value) {
    stack.add(value);
  }

  private Value pop() throws PickleException {
    Value value = stack.isEmpty() ? new Value.Mark() : stack.remove(stack.size() - 1);
    if (value instanceof Value.Mark) {
      throw new PickleException("a value is missing");
    }
    return value;
  }

  private List<Value> last(int count) throws PickleException {
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(0, pop());
    }
    return items;
  }

  private List<Value> sinceMark() throws PickleException {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i) instanceof Value.Mark) {
        List<Value> tail = stack.subList(i, stack.size());
        List<Value> items = List.copyOf(tail.subList(1, tail.size()));
        tail.clear();
        return items;
      }
    }
    throw new PickleException("a mark is missing");
  }
}
