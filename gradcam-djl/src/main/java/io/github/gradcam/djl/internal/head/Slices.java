package io.github.gradcam.djl.internal.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a batch goes through the wide beginning of a program: a few images after the others.
 *
 * <p>The C library of Linux asks the system for every block of more than 32 MiB, gives it back as
 * soon as nobody needs it, and keeps no more than 64 MiB for a thread. Filling fresh memory with
 * zeros, page by page, then takes longer than many a convolution: half of the time of MobileNetV2's
 * first layers, with eight images. Slices stay below that, and hardly take longer elsewhere.
 *
 * @param lines how many lines are run for each slice
 * @param images how many images a slice has at most
 */
public record Slices(int lines, int images) {

  /** Two of these, and what a residual connection keeps beside them, fit into 64 MiB. */
  private static final long MOST_BYTES = 12L << 20;

  /**
   * The slices of a batch.
   *
   * @param program what takes them
   * @param sizes the lengths of what flows into its convolutions, {@code [N, C, H, W]}
   * @return the slices, or empty if the batch is not too wide anywhere
   */
  public static Optional<Slices> of(HeadProgram program, List<List<Long>> sizes) {
    List<Line> lines = program.lines();
    long widest = 0;
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      long bytes = lines.get(i).measured().stream().mapToLong(at -> bytes(sizes.get(at))).sum();
      widest = Math.max(widest, bytes);
      last = bytes > MOST_BYTES ? i : last;
    }
    if (last < 0) {
      return Optional.empty();
    }
    long images = sizes.get(0).get(0);
    long slices = Math.min(images, ceil(widest, MOST_BYTES));
    int wide = last;
    return IntStream.range(wide, lines.size())
        .filter(i -> slices > 1 && lines.get(i).isWaist())
        .mapToObj(i -> new Slices(i + 1, (int) ceil(images, slices)))
        .findFirst();
  }

  /** The lengths of what flows into the convolutions where each slice runs by itself. */
  public List<List<Long>> cut(HeadProgram program, List<List<Long>> sizes) {
    List<List<Long>> changed = new ArrayList<>(sizes);
    for (Line line : program.lines().subList(0, lines)) {
      line.measured()
          .ifPresent(
              at -> {
                List<Long> size = new ArrayList<>(sizes.get(at));
                size.set(0, (long) images);
                changed.set(at, List.copyOf(size));
              });
    }
    return List.copyOf(changed);
  }

  /**
   * The lines of a program whose images are called {@code batch}, and a slice of them {@code x}.
   */
  List<String> written(List<Line> program) {
    List<String> written =
        new ArrayList<>(
            List.of(
                "parts = annotate(List[Tensor], [])",
                "for i in range(torch.floordiv(torch.add(torch.size(batch, 0), %d), %d)):"
                    .formatted(images - 1, images),
                "  x = torch.slice(batch, 0, torch.mul(i, %d), torch.mul(torch.add(i, 1), %d))"
                    .formatted(images, images)));
    String end = program.get(lines - 1).name();
    program.subList(0, lines).forEach(line -> written.add("  " + line.text()));
    written.add("  _0 = torch.append(parts, " + end + ")");
    written.add(end + " = torch.cat(parts)");
    program.subList(lines, program.size()).forEach(line -> written.add(line.text()));
    return written;
  }

  private static long bytes(List<Long> size) {
    return size.stream().mapToLong(Long::longValue).reduce(Float.BYTES, (a, b) -> a * b);
  }

  private static long ceil(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
