package io.github.gradcam.cli.report;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a report tells beside its photos.
 *
 * @param gradcamVersion the version of this program
 * @param made when
 * @param assumptions what nobody said and was assumed, one sentence each
 */
public record ReportFacts(String gradcamVersion, ZonedDateTime made, List<String> assumptions) {

  /** Keeps the list. */
  public ReportFacts {
    assumptions = List.copyOf(assumptions);
  }
}
