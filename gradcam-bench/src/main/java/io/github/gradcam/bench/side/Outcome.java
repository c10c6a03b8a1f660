package io.github.gradcam.bench.side;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What became of maps that were asked for by several threads.
 *
 * @param callers the threads
 * @param maps all that were asked for
 * @param wrong those that differ from one thread's
 * @param errors those that did not come
 * @param nanos how long all took
 */
record Outcome(int callers, int maps, int wrong, int errors, long nanos) {

  double perSecond() {
    return (double) (maps - errors) * TimeUnit.SECONDS.toNanos(1) / nanos;
  }

  Map<String, Object> answer() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("callers", callers);
    answer.put("maps", maps);
    answer.put("wrong", wrong);
    answer.put("errors", errors);
    answer.put("per_second", perSecond());
    return answer;
  }
}
