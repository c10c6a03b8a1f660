package io.github.gradcam.tf.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Damages networks, has another JVM open them, and counts what becomes of them. */
public final class Mutations {

  private static final int MOST_AT_ONCE = 500;

  private final Path folder;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> byKind = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();

  Mutations(Path folder) {
    this.folder = folder;
  }

  /**
   * Prints the counts; the exit status is 1 if a trial ended in anything but a result or an error
   * of this library.
   *
   * @param args how many trials (default 2,000), and the first one's number (default 0)
   */
  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    int first = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    Path folder = Files.createTempDirectory("gradcam-mutations");
    Mutations mutations = new Mutations(folder);
    try {
      mutations.run(first, first + count);
    } finally {
      for (String name : List.of("output.txt", "crash.log")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Network.remove(folder);
      Files.delete(folder);
    }
    System.out.println(mutations);
    if (!mutations.broken().isEmpty()) {
      System.exit(1);
    }
  }

  /** Runs trials; a JVM that ends early is noted, and another one goes on behind the trial. */
  void run(int first, int end) {
    int next = first;
    while (next < end) {
      int upTo = Math.min(end, next + MOST_AT_ONCE);
      Fork.End fork =
          Fork.in(folder, "-Xmx512m", "-Djava.io.tmpdir=" + folder)
              .limited("ulimit -v 16000000")
              .run(Trials.class, "" + next, "" + upTo, folder.toString());
      next = read(fork, upTo);
      System.out.println("… " + next + " of " + end + ", broken: " + broken);
    }
  }

  /** What ended in anything but a result or an error of this library, with its number. */
  List<String> broken() {
    return broken;
  }

  /** How many trials ended in a way that begins with some words. */
  int count(String words) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(words))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private int read(Fork.End fork, int upTo) {
    String trial = "before the first trial";
    boolean open = false;
    boolean done = false;
    for (String line : fork.output().lines().toList()) {
      if (line.startsWith("trial ")) {
        trial = line;
        open = true;
      } else if (line.startsWith("result BROKEN")) {
        broken.add(trial + ": " + line);
        open = false;
      } else if (line.startsWith("result ")) {
        String result = line.substring("result ".length());
        counts.merge(result, 1, Integer::sum);
        byKind.merge(trial.split(" ")[2] + " " + result.split("[:,]")[0], 1, Integer::sum);
        open = false;
      } else if (line.equals("done")) {
        done = true;
      }
    }
    if (done) {
      return upTo;
    }
    String end = fork.status() == Trials.HANGS ? "hangs" : "ends the JVM with " + fork.status();
    broken.add(trial + " " + end + (open ? "" : ", " + fork.output()));
    if (!trial.startsWith("trial ")) {
      throw new IllegalStateException(fork.output());
    }
    return Integer.parseInt(trial.split(" ")[1]) + 1;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    counts.forEach((result, count) -> text.append("%7d %s%n".formatted(count, result)));
    byKind.forEach((result, count) -> text.append("%7d   %s%n".formatted(count, result)));
    text.append("%7d broken%n".formatted(broken.size()));
    broken.forEach(trial -> text.append("        ").append(trial).append("\n"));
    return text.toString();
  }
}
