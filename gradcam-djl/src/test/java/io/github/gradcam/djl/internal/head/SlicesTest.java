package io.github.gradcam.djl.internal.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Slices of a batch")
class SlicesTest {

  private static final boolean WAIST = true;
  private static final boolean NO_WAIST = false;

  @Test
  @DisplayName("end behind the last wide convolution, and are as long as fits")
  void endBehindTheLastWideOne() {
    // MobileNetV2's first layers: 4.6 MiB an image at most.
    HeadProgram program =
        program(line(0, WAIST), line(1, WAIST), line(2, WAIST), line(3, WAIST), line(4, WAIST));
    List<List<Long>> sizes =
        sizes(8, new long[][] {{3, 224}, {32, 112}, {96, 112}, {96, 56}, {144, 56}});
    assertThat(Slices.of(program, sizes)).contains(new Slices(5, 2));
    assertThat(
            Slices.of(
                program,
                sizes(3, new long[][] {{3, 224}, {32, 112}, {96, 112}, {96, 56}, {144, 56}})))
        .contains(new Slices(3, 2));
  }

  @Test
  @DisplayName("are not made of what is narrow, nor of one image")
  void areNotMadeOfTheNarrow() {
    HeadProgram program = program(line(0, WAIST), line(1, WAIST));
    assertThat(Slices.of(program, sizes(8, new long[][] {{3, 224}, {64, 56}}))).isEmpty();
    assertThat(Slices.of(program, sizes(1, new long[][] {{3, 224}, {64, 1000}}))).isEmpty();
  }

  @Test
  @DisplayName("end where one tensor alone is read behind")
  void endAtWaists() {
    long[][] wide = {{3, 224}, {64, 112}, {64, 112}};
    assertThat(
            Slices.of(
                program(line(0, WAIST), line(1, NO_WAIST), line(2, NO_WAIST), other(WAIST)),
                sizes(8, wide)))
        .contains(new Slices(4, 3));
    assertThat(
            Slices.of(
                program(line(0, WAIST), line(1, NO_WAIST), line(2, NO_WAIST), other(NO_WAIST)),
                sizes(8, wide)))
        .isEmpty();
  }

  @Test
  @DisplayName("tell convolutions in them how many images come, and leave the others")
  void tellSizes() {
    List<List<Long>> sizes = sizes(8, new long[][] {{3, 224}, {64, 112}, {64, 56}});
    HeadProgram program = program(line(0, WAIST), line(1, WAIST), line(2, WAIST));
    assertThat(new Slices(2, 3).cut(program, sizes))
        .containsExactly(
            List.of(3L, 3L, 224L, 224L), List.of(3L, 64L, 112L, 112L), List.of(8L, 64L, 56L, 56L));
  }

  private static HeadProgram program(Line... lines) {
    return new HeadProgram("", List.of(), "", Order.CHANNELS_LAST, List.of(lines));
  }

  private static Line line(int measured, boolean isWaist) {
    return new Line("v" + measured, "", OptionalInt.of(measured), isWaist);
  }

  private static Line other(boolean isWaist) {
    return new Line("other", "", OptionalInt.empty(), isWaist);
  }

  private static List<List<Long>> sizes(long images, long[][] channelsAndSides) {
    List<List<Long>> sizes = new ArrayList<>();
    for (long[] each : channelsAndSides) {
      sizes.add(LongStream.of(images, each[0], each[1], each[1]).boxed().toList());
    }
    return sizes;
  }
}
