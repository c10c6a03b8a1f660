package io.github.gradcam.djl.internal.pickle;

import io.github.gradcam.djl.internal.pickle.Value.Global;
import io.github.gradcam.djl.internal.pickle.Value.Holder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows the few things that TorchScript has made by name, and checks what they are made of. */
final class Maker {

  private static final String OWN = "__torch__";
  private static final int LONGEST_TYPE = 1000;

  private final Map<String, Set<String>> enums;
  private final Map<String, Long> storages = new LinkedHashMap<>();

  Maker(Map<String, Set<String>> enums) {
    this.enums = enums;
  }

  /** How many bytes each storage must have, by its key. */
  Map<String, Long> storages() {
    return storages;
  }

  /** The storage that a tuple of its type, key, device and length stands for. */
  Value.Storage storage(Value value) throws PickleException {
    List<Value> parts = items(value, Holder.Kind.TUPLE);
    if (parts.size() != 5
        || !parts.get(0).equals(new Value.Text("storage"))
        || !(parts.get(2) instanceof Value.Text key)
        || !(parts.get(3) instanceof Value.Text device)
        || !(parts.get(4) instanceof Value.Int elements)
        || !key.value().matches("\\d{1,9}")) {
      throw new PickleException("weights are not described as TorchScript does it");
    }
    checkDevice(device);
    StorageType type = StorageType.of(parts.get(1));
    if (elements.value() < 0 || elements.value() > Long.MAX_VALUE / type.bytes()) {
      throw new PickleException("weights have a length of " + elements.value());
    }
    if (storages.put(key.value(), elements.value() * type.bytes()) != null) {
      throw new PickleException("the same weights are read twice");
    }
    return new Value.Storage(type, key.value(), elements.value());
  }

  /** What a name makes of an argument; with a state it is an object of a class. */
  Value made(Value what, Value argument, boolean state) throws PickleException {
    if (!(what instanceof Global global)) {
      throw new PickleException("something is made by what is no name");
    }
    if (global.module().equals(OWN) || global.module().startsWith(OWN + ".")) {
      if (!state && enums.containsKey(global.told())) {
        return constant(global, argument);
      }
      if (!state || !(argument instanceof Holder holder)) {
        throw new PickleException("an object of " + global.told() + " has no attributes");
      }
      Holder whole = new Holder(Holder.Kind.TUPLE, List.of(holder));
      return new Value.Instance(global, whole.depth(), whole.weight());
    } else if (state) {
      throw new PickleException("there is an object of the class " + global.told());
    }
    List<Value> arguments = items(argument, Holder.Kind.TUPLE);
    return switch (global.told()) {
      case "torch._utils._rebuild_tensor_v2" -> {
        TensorCheck.check(arguments);
        yield new Value.Made(global);
      }
      case "collections.OrderedDict" -> {
        require(arguments.isEmpty(), global);
        yield new Value.Made(global);
      }
      case "torch.device" -> {
        require(arguments.size() == 1 && arguments.get(0) instanceof Value.Text, global);
        checkDevice((Value.Text) arguments.get(0));
        yield new Value.Made(global);
      }
      case "torch.jit._pickle.build_intlist" -> list(global, arguments, Value.Int.class);
      case "torch.jit._pickle.build_doublelist" -> list(global, arguments, Value.Real.class);
      case "torch.jit._pickle.build_boollist" -> list(global, arguments, Value.Flag.class);
      case "torch.jit._pickle.build_tensorlist" -> list(global, arguments, Value.Made.class);
      case "torch.jit._pickle.restore_type_tag" -> tagged(global, arguments);
      default -> throw new PickleException("it asks for " + global.told());
    };
  }

  /** A constant of an enumeration: the loader does not cope with one that is not declared. */
  private Value constant(Global type, Value value) throws PickleException {
    String text =
        value instanceof Value.Text word
            ? word.value()
            : value instanceof Value.Int number ? String.valueOf(number.value()) : "\n";
    require(enums.getOrDefault(type.told(), Set.of()).contains(text), type);
    return new Value.Instance(type, 1, 1);
  }

  private static Value list(Global global, List<Value> arguments, Class<? extends Value> type)
      throws PickleException {
    require(arguments.size() == 1, global);
    require(items(arguments.get(0), Holder.Kind.LIST).stream().allMatch(type::isInstance), global);
    return arguments.get(0);
  }

  /** A list or dictionary with the type of what it holds. */
  private static Value tagged(Global global, List<Value> arguments) throws PickleException {
    require(arguments.size() == 2 && arguments.get(1) instanceof Value.Text, global);
    String type = ((Value.Text) arguments.get(1)).value();
    require(type.length() <= LONGEST_TYPE && type.matches("[\\w.\\[\\], ]+"), global);
    require(arguments.get(0) instanceof Holder, global);
    String wanted =
        switch (((Holder) arguments.get(0)).kind()) {
          case LIST -> "List[";
          case DICTIONARY -> "Dict[";
          case TUPLE -> "Tuple[";
        };
    require(type.startsWith(wanted), global);
    return arguments.get(0);
  }

  private static void checkDevice(Value.Text device) throws PickleException {
    if (!device.value().matches("(cpu|cuda|mps|xpu)(:\\d{1,2})?")) {
      throw new PickleException("weights lie on a device that is not known");
    }
  }

  private static List<Value> items(Value value, Holder.Kind kind) throws PickleException {
    if (value instanceof Holder holder && holder.kind() == kind) {
      return holder.items();
    }
    throw new PickleException("something is made of other values than TorchScript gives");
  }

  private static void require(boolean good, Global global) throws PickleException {
    if (!good) {
      throw new PickleException(global.told() + " is given other values than TorchScript gives it");
    }
  }
}
