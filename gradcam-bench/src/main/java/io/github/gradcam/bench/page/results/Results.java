package io.github.gradcam.bench.page.results;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that a run left in its folder.
 *
 * @param jmh JMH's results, of all files
 * @param host what they were measured on, where it was written down
 * @param peers the comparison with Python's libraries, where there was one
 */
public record Results(List<JmhResult> jmh, Optional<Host> host, Optional<Peers> peers) {

  private static final String HOST = "host.json";
  private static final String PEERS = "peers.json";

  /**
   * Reads a folder.
   *
   * @param folder with JMH's {@code *.json}, {@code host.json} and {@code peers.json}
   * @throws ResultsException if it has none of them, or one is not what it should be
   */
  public static Results read(Path folder) {
    Optional<Host> host =
        file(folder, HOST, "an object of facts").map(f -> Host.of(f.read(JsonObject.class)));
    Optional<Peers> peers =
        file(folder, PEERS, "what peers/ writes").map(f -> f.read(PeersFile.class).peers(f));
    List<JmhResult> jmh = new ArrayList<>();
    for (Path file : files(folder)) {
      jmh.addAll(results(new JsonFile(file, "a list of results of JMH")));
    }
    if (jmh.isEmpty() && peers.isEmpty()) {
      throw new ResultsException(
          folder,
          "there are no results here, neither JMH's nor the peers'. Run gradcam-bench/run.sh, or"
              + " name the folder where it wrote.",
          null);
    }
    return new Results(List.copyOf(jmh), host, peers);
  }

  private static List<JmhResult> results(JsonFile file) {
    List<JmhResult> results = List.of(file.read(JmhResult[].class));
    for (JmhResult result : results) {
      if (!result.isWhole()) {
        throw file.unreadable("a result without benchmark or primaryMetric", null);
      }
    }
    return results;
  }

  private static Optional<JsonFile> file(Path folder, String name, String expected) {
    Path path = folder.resolve(name);
    return Files.exists(path) ? Optional.of(new JsonFile(path, expected)) : Optional.empty();
  }

  /** JMH's, in the order of their names. */
  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.endsWith(HOST) && !file.endsWith(PEERS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ResultsException(
          folder, "the folder cannot be read. Run gradcam-bench/run.sh first.", e);
    }
  }

  /**
   * JMH's results of one class.
   *
   * @param question the class, without its package
   */
  public List<JmhResult> asked(String question) {
    return jmh.stream().filter(each -> each.question().equals(question)).toList();
  }
}
