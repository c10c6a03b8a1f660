package io.github.gradcam.djl.internal.archive;

import io.github.gradcam.djl.internal.pickle.Pickle;
import io.github.gradcam.djl.internal.pickle.PickleException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A pickle of the archive, and the files of its weights.
 *
 * @param name the pickle's name, such as {@code data.pkl}
 * @param pickle its bytes
 * @param type the class of the object that it makes, or an empty string
 * @param files the names of the files
 */
record Weights(String name, byte[] pickle, String type, List<String> files) {

  private static final long MOST_PICKLE = 8L << 20;

  /**
   * Reads a pickle, and makes sure that each file of weights has the size that it says.
   *
   * @param entries the archive
   * @param top the directory that holds it all, with a slash, or an empty string
   * @param room {@code data} or {@code constants}
   * @param enums the values of the source's enumerations
   */
  static Weights read(Entries entries, String top, String room, Map<String, Set<String>> enums)
      throws IOException {
    String name = room + ".pkl";
    byte[] bytes = entries.bytes(top + name, MOST_PICKLE);
    Pickle pickle;
    try {
      pickle = Pickle.read(bytes, enums);
    } catch (PickleException wrong) {
      ArchiveException told = new ArchiveException("in " + name + ", " + wrong.getMessage());
      told.initCause(wrong);
      throw told;
    }
    List<String> files = new ArrayList<>();
    for (String key : pickle.storages().keySet()) {
      String file = room + "/" + key;
      long wanted = pickle.storages().get(key);
      long size = entries.size(top + file);
      // Weights of no length need no file.
      if (size >= 0 || wanted > 0) {
        if (size != wanted) {
          throw new ArchiveException(
              name
                  + " speaks of "
                  + wanted
                  + " bytes of weights in "
                  + file
                  + ", but there "
                  + (size < 0 ? "is no such file" : "are " + size));
        }
        files.add(file);
      }
    }
    return new Weights(name, bytes, pickle.type(), List.copyOf(files));
  }
}
