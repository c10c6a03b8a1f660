package io.github.gradcam.tf.hostile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.OpDef;

/**
 * Runs trials one after the other, and prints for each its number before it begins, and what became
 * of it: so that the one that ends the JVM is known.
 */
public final class Trials {

  /** The exit status after a trial that did not end. */
  static final int HANGS = 90;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Trials() {}

  /**
   * Runs them.
   *
   * @param args the first number, the number behind the last, and a folder for the networks
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    Path folder = Path.of(args[2]);
    List<OpDef> operations = new ArrayList<>(TensorFlow.registeredOpList().getOpList());
    // TensorFlow lists them in any order, and a trial's number shall say it all.
    operations.sort(Comparator.comparing(OpDef::getName));
    AtomicLong began = new AtomicLong(System.nanoTime());
    watch(began);
    for (int number = Integer.parseInt(args[0]); number < Integer.parseInt(args[1]); number++) {
      Trial trial = new Trial(number);
      out.println("trial " + number + " " + trial.mutation());
      out.flush();
      began.set(System.nanoTime());
      Network network = trial.network(operations);
      Path file = network.write(folder);
      try {
        out.println("result " + Trial.outcome(file, network.image()));
      } catch (RuntimeException | Error broken) {
        out.println("result BROKEN " + broken);
        broken.printStackTrace(out);
      }
      Network.remove(folder);
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
