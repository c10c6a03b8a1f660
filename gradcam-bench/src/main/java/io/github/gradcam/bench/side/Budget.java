package io.github.gradcam.bench.side;

import java.util.concurrent.TimeUnit;

/**
 * How long something is tried.
 *
 * @param nanos rounds begin until these have passed
 * @param rounds the fewest
 */
record Budget(long nanos, int rounds) {

  static Budget of(double seconds, int rounds) {
    return new Budget((long) (seconds * TimeUnit.SECONDS.toNanos(1)), rounds);
  }

  boolean allows(int done, long passed) {
    return done < rounds || passed < nanos;
  }
}
