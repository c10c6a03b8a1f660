package io.github.gradcam.bench;

import com.google.gson.GsonBuilder;
import com.sun.management.OperatingSystemMXBean;
import io.github.gradcam.spi.BackendProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured on. How, JMH says in its own results.
 *
 * @param date the day, in UTC
 * @param cpu the processor
 * @param cores how many of it this JVM may use
 * @param features its instructions for many numbers at once
 * @param memory how much there is
 * @param system the operating system
 * @param java the JVM
 * @param gradcam this library's version
 * @param engines by backend, each engine and its version
 */
record Host(
    String date,
    String cpu,
    int cores,
    List<String> features,
    String memory,
    String system,
    String java,
    String gradcam,
    Map<String, String> engines) {

  /**
   * This one.
   *
   * @param backends whose engines are told; loads their libraries
   */
  static Host here(List<BackendProvider> backends) {
    Cpu cpu = Cpu.of(Proc.lines("cpuinfo"), System.getProperty("os.arch"));
    Map<String, String> engines = new LinkedHashMap<>();
    backends.forEach(backend -> engines.put(backend.name(), backend.engine()));
    return new Host(
        LocalDate.now(ZoneOffset.UTC).toString(),
        cpu.name(),
        Runtime.getRuntime().availableProcessors(),
        cpu.features(),
        installed(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        Optional.ofNullable(Host.class.getPackage().getImplementationVersion())
            .orElse("unpackaged"),
        engines);
  }

  private static String installed() {
    long bytes =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return String.format(Locale.ROOT, "%.1f GiB", bytes / 1024.0 / 1024 / 1024);
  }

  /**
   * Writes it as JSON.
   *
   * @param file where
   * @throws IOException if it cannot be written
   */
  void write(Path file) throws IOException {
    Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(this) + "\n");
  }
}
