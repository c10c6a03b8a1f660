package io.github.gradcam;

import io.github.gradcam.error.BackendUnavailableException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.error.NearestNames;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the one backend for a file, or says in prose why there is not one. */
record Backends(List<BackendProvider> providers) {

  static List<BackendProvider> found() {
    // The thread's loader sees an application's plugins, ours what lies beside the library.
    Map<Class<?>, BackendProvider> found = new LinkedHashMap<>();
    try {
      for (BackendProvider provider : ServiceLoader.load(BackendProvider.class)) {
        found.putIfAbsent(provider.getClass(), provider);
      }
      for (BackendProvider provider :
          ServiceLoader.load(BackendProvider.class, Backends.class.getClassLoader())) {
        found.putIfAbsent(provider.getClass(), provider);
      }
    } catch (ServiceConfigurationError e) {
      throw new BackendUnavailableException(
          "A backend on the class path cannot be loaded: "
              + e.getMessage()
              + ". Use the same version of every gradcam artifact.",
          e);
    }
    return List.copyOf(found.values());
  }

  BackendProvider choose(Path source, ModelOptions options) {
    if (providers.isEmpty()) {
      throw new BackendUnavailableException(
          "No gradcam backend is on the class path. " + KnownBackends.advice());
    }
    Optional<NamedBackend> asked = NamedBackend.of(options);
    List<BackendProvider> candidates =
        asked.map(backend -> List.of(named(backend))).orElse(providers);
    Map<BackendProvider, String> fit = new LinkedHashMap<>();
    List<String> refusals = new ArrayList<>();
    for (BackendProvider provider : candidates) {
      Verdict verdict = provider.inspect(source);
      if (verdict instanceof Verdict.Opens opens) {
        fit.put(provider, opens.format());
      } else if (verdict instanceof Verdict.Refuses refusal) {
        refusals.add(refusal.message());
      }
    }
    if (fit.size() > 1) {
      throw ambiguous(source, fit);
    }
    if (!fit.isEmpty()) {
      return fit.keySet().iterator().next();
    }
    if (!refusals.isEmpty()) {
      throw new ModelOpenException(
          "\"" + source + "\" cannot be opened. " + String.join(" ", refusals));
    }
    throw new BackendUnavailableException(
        asked.map(Backends::unknowing).orElse("No backend knows")
            + " what \""
            + source
            + "\" is. On the class path: "
            + listed(providers)
            + ". "
            + KnownBackends.sentence());
  }

  private static BackendUnavailableException ambiguous(
      Path source, Map<BackendProvider, String> fit) {
    return new BackendUnavailableException(
        "Several backends open \""
            + source
            + "\": "
            + fit.entrySet().stream()
                .map(opens -> opens.getKey().name() + " (as " + opens.getValue() + ")")
                .collect(Collectors.joining(", "))
            + ". Say which: with ModelOptions.builder().backend(…), or for the whole process with -D"
            + NamedBackend.PROPERTY
            + "=NAME.");
  }

  private static String unknowing(NamedBackend asked) {
    return "The backend \"" + asked.name() + "\", named by " + asked.where() + ", does not know";
  }

  private BackendProvider named(NamedBackend asked) {
    return providers.stream()
        .filter(provider -> provider.name().equals(asked.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new BackendUnavailableException(
                    "No backend called \""
                        + asked.name()
                        + "\", as "
                        + asked.where()
                        + " named it, is on the class path. "
                        + NearestNames.sentence(
                            NearestNames.of(
                                asked.name(),
                                providers.stream().map(BackendProvider::name).toList()))
                        + " "
                        + KnownBackends.sentence()));
  }

  private static String listed(List<BackendProvider> providers) {
    return providers.stream()
        .map(provider -> provider.name() + " (" + provider.description() + ")")
        .collect(Collectors.joining(", "));
  }
}
