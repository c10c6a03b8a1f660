package io.github.gradcam.djl.internal.pickle;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * What a pickle of a TorchScript archive holds.
 *
 * @param type the qualified name of the class of its one object, or an empty string if it makes
 *     none
 * @param storages how many bytes the files of its weights must have, by their names
 */
public record Pickle(String type, Map<String, Long> storages) {

  /**
   * Reads a pickle; nothing that it asks for is done.
   *
   * @param bytes the pickle
   * @param enums the values of the enumerations that there are, by qualified name
   * @return what it holds
   * @throws PickleException if TorchScript would not have written it
   */
  public static Pickle read(byte[] bytes, Map<String, Set<String>> enums) throws PickleException {
    Maker maker = new Maker(enums);
    Value value = new Machine(new Input(bytes), maker).run();
    String type = value instanceof Value.Instance object ? object.type().told() : "";
    return new Pickle(type, Collections.unmodifiableMap(maker.storages()));
  }
}
