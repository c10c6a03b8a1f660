package io.github.gradcam.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Damages networks, has another JVM open them, and counts what becomes of them. */
public final class Mutations {

  private final Damage damage;
  private final Path folder;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> byWay = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();

  /**
   * Begins with none.
   *
   * @param damage how they are damaged
   * @param folder for the other JVM's output and temporary files; nothing else is left there
   */
  public Mutations(Damage damage, Path folder) {
    this.damage = damage;
    this.folder = folder;
  }

  /**
   * Prints the counts; the exit status is 1 if a trial ended in anything but a result or an error
   * of this library.
   *
   * @param args the class of the {@link Damage}, how many trials, and the first one's number
   *     (default 0)
   * @throws IOException if there is no room for temporary files
   * @throws ReflectiveOperationException if there is no such class
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    int first = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    Path folder = Files.createTempDirectory("gradcam-mutations");
    Mutations mutations = new Mutations(Trials.damage(args[0]), folder);
    try {
      mutations.run(first, first + Integer.parseInt(args[1]));
    } finally {
      Tree.remove(folder);
    }
    System.out.println(mutations);
    if (!mutations.broken().isEmpty()) {
      System.exit(1);
    }
  }

  /** Runs trials; a JVM that ends early is noted, and another one goes on behind the trial. */
  public void run(int first, int end) {
    int next = first;
    while (next < end) {
      int upTo = Math.min(end, next + damage.mostAtOnce());
      Fork.End fork =
          damage
              .fork(folder)
              .with("-Djava.io.tmpdir=" + folder)
              .run(Trials.class, damage.getClass().getName(), "" + next, "" + upTo, "" + folder);
      next = read(fork, upTo);
      System.out.println("… " + next + " of " + end + ", broken: " + broken);
    }
  }

  /** What ended in anything but a result or an error of this library, with its number. */
  public List<String> broken() {
    return List.copyOf(broken);
  }

  /** How many trials ended in a way that begins with some words. */
  public int count(String words) {
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
        byWay.merge(trial.split(" ")[2] + " " + result.split("[:,]")[0], 1, Integer::sum);
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
    byWay.forEach((result, count) -> text.append("%7d   %s%n".formatted(count, result)));
    text.append("%7d broken%n".formatted(broken.size()));
    broken.forEach(trial -> text.append("        ").append(trial).append("\n"));
    return text.toString();
  }
}
