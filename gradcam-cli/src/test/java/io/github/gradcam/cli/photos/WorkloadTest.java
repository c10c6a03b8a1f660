package io.github.gradcam.cli.photos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How much is done at once")
class WorkloadTest {

  @ParameterizedTest(name = "{0} photos on {1} threads by {2}: {3} threads by {4}")
  @CsvSource({
    "1, 4, 8, 1, 1",
    "10, 2, 8, 2, 5",
    "1000, 2, 8, 2, 8",
    "3, 8, 8, 3, 1",
    "9, 2, 4, 2, 4"
  })
  void sharesOut(int photos, int threads, int batch, int wantedThreads, int wantedBatch) {
    Workload workload = new Workload(threads, batch, 1).of(photos);
    assertThat(workload.threads()).isEqualTo(wantedThreads);
    assertThat(workload.batch()).isEqualTo(wantedBatch);
  }
}
