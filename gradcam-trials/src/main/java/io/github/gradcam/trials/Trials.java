package io.github.gradcam.trials;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs trials one after the other, and prints for each its number before it begins, and what became
 * of it: so that the one that ends the JVM is known.
 */
public final class Trials {

  /** The exit status after a trial that did not end. */
  static final int HANGS = 90;

  /** Where a trial's network lies, in the folder that is given. */
  static final String PLACE = "trial";

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Trials() {}

  /** The damage that a class of this name does. */
  static Damage damage(String name) throws ReflectiveOperationException {
    return Class.forName(name).asSubclass(Damage.class).getConstructor().newInstance();
  }

  /**
   * Runs them.
   *
   * @param args the class of the damage, the first number, the number behind the last, and a folder
   *     for the networks
   * @throws IOException if a network cannot be written
   * @throws ReflectiveOperationException if there is no such class
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    PrintStream out = System.out;
    Damage damage = damage(args[0]);
    int end = Integer.parseInt(args[2]);
    Path folder = Path.of(args[3]).resolve(PLACE);
    AtomicLong began = new AtomicLong(System.nanoTime());
    watch(began);
    for (int number = Integer.parseInt(args[1]); number < end; number++) {
      Trial trial = new Trial(damage, number);
      out.println("trial " + number + " " + trial.way());
      out.flush();
      began.set(System.nanoTime());
      Tree.remove(folder);
      Damaged damaged = trial.write(Files.createDirectory(folder));
      try {
        out.println("result " + trial.outcome(damaged));
      } catch (RuntimeException | Error broken) {
        out.println("result BROKEN " + broken);
        broken.printStackTrace(out);
      }
      Tree.remove(folder);
    }
    out.println("done");
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static void watch(AtomicLong began) {
    CountDownLatch never = new CountDownLatch(1);
    Thread watchdog =
        new Thread(
            () -> {
              try {
                while (!never.await(1, TimeUnit.SECONDS)) {
                  if (System.nanoTime() - began.get() > LONGEST.toNanos()) {
                    Runtime.getRuntime().halt(HANGS);
                  }
                }
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            },
            "watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
  }
}
