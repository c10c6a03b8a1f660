package io.github.gradcam.tf;

import java.util.Optional;
import java.util.Set;

/**
 * Which graph of a SavedModel is meant, and which of its signatures.
 *
 * @param tags the tags of the graph; empty for the only one, or the one for serving
 * @param signature the signature's name; empty for {@code serving_default}, or the first
 */
public record SavedModelChoice(Set<String> tags, Optional<String> signature) {

  /** Copies the tags. */
  public SavedModelChoice {
    tags = Set.copyOf(tags);
  }

  /** The usual graph and signature. */
  public static SavedModelChoice usual() {
    return new SavedModelChoice(Set.of(), Optional.empty());
  }

  /**
   * A signature of the usual graph.
   *
   * @param name its name
   */
  public static SavedModelChoice signature(String name) {
    return new SavedModelChoice(Set.of(), Optional.of(name));
  }
}
