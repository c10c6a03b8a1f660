package io.github.gradcam.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A processor, as Linux tells of it.
 *
 * @param name what its maker calls it
 * @param features the instructions for many numbers at once that it has
 */
record Cpu(String name, List<String> features) {

  private static final String NAME = "model name";
  private static final List<String> FLAGS = List.of("flags", "Features");

  /** Not all of their many parts. */
  private static final List<String> TELLING =
      List.of(
          "avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_tile", "amx_bf16", "asimd", "sve");

  /**
   * Reads the first processor.
   *
   * @param lines of {@code /proc/cpuinfo}; none on other systems
   * @param otherwise its name where they tell none
   */
  static Cpu of(List<String> lines, String otherwise) {
    String name = value(lines, NAME).orElse(otherwise);
    List<String> flags = new ArrayList<>();
    for (String key : FLAGS) {
      value(lines, key).ifPresent(words -> flags.addAll(List.of(words.split(" "))));
    }
    return new Cpu(name, TELLING.stream().filter(flags::contains).toList());
  }

  private static Optional<String> value(List<String> lines, String key) {
    return lines.stream()
        .map(line -> line.split(":", 2))
        .filter(line -> line.length == 2 && line[0].strip().equals(key))
        .map(line -> line[1].strip())
        .findFirst();
  }
}
