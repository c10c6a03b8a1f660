package io.github.gradcam.djl.internal.syntax;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All source of an archive, and the class of the network itself. */
public final class Program {

  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, TorchClass> classes = new HashMap<>();
  private final Map<String, Method> functions = new HashMap<>();
  private final TorchClass root;

  /**
   * Reads the source.
   *
   * @param texts by dotted module name, the text of each file
   * @param rootName the qualified name of the network's class
   */
  public Program(Map<String, String> texts, String rootName) {
    texts.values().forEach(TextCheck::check);
    Leaning.check(texts);
    texts.forEach((module, text) -> sources.put(module, new SourceParser(module, text).parse()));
    sources.forEach(
        (module, source) -> {
          source.classes().forEach(c -> classes.put(c.name(), c));
          source.functions().forEach(f -> functions.put(module + "." + f.name(), f));
        });
    TorchClass found = classes.get(rootName);
    if (found == null) {
      throw new SourceException("class " + rootName);
    }
    this.root = found;
  }

  /** The class of the network itself. */
  public TorchClass root() {
    return root;
  }

  /** The files, by dotted module name. */
  public Map<String, Source> sources() {
    return sources;
  }

  /** The class of a type's name, if the archive's source declares it. */
  public Optional<TorchClass> type(@Nullable String name) {
    return Optional.ofNullable(classes.get(name));
  }

  /** The function of a qualified name, if the archive's source declares it. */
  public Optional<Method> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** The class of the module that a path of attributes leads to. */
  public Optional<TorchClass> moduleAt(TorchClass owner, String path) {
    Optional<TorchClass> found = Optional.of(owner);
    for (String attribute : path.isEmpty() ? new String[0] : path.split("\\.")) {
      found = found.flatMap(type -> module(type.attributes().get(attribute)));
    }
    return found;
  }

  /** The module class of a type's name. */
  public Optional<TorchClass> module(@Nullable String name) {
    return type(name).filter(c -> c.parent().equals("Module"));
  }
}
