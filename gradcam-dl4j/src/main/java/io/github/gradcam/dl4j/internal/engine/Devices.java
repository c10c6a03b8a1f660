package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.error.BackendUnavailableException;
import io.github.gradcam.error.DeviceUnavailableException;
import io.github.gradcam.model.Device;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.nd4j.linalg.factory.Nd4j;

/** The engine, and what it runs on. */
public final class Devices {

  private static final String UNKNOWN = "of an unknown version";
  private static final String ARTIFACT = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

  private Devices() {}

  /** The engine's name and version; loads native code at the first call. */
  public static String runtime() {
    return loaded(() -> "Deeplearning4j " + version());
  }

  /** As its artifact tells; its manifest does not. */
  private static String version() {
    try (InputStream told = Nd4j.class.getResourceAsStream(ARTIFACT)) {
      Properties properties = new Properties();
      if (told != null) {
        properties.load(told);
      }
      return properties.getProperty("version", UNKNOWN);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The devices that the engine can use here; loads native code at the first call. ND4J runs
   * everything on the processor, or everything on the graphics processor that its threads are bound
   * to, as its libraries on the class path say.
   */
  public static List<Device> present() {
    return loaded(() -> List.of(onGpu() ? Device.gpu(0) : Device.cpu()));
  }

  private static boolean onGpu() {
    return "CUDA"
        .equalsIgnoreCase(Nd4j.getExecutioner().getEnvironmentInformation().getProperty("backend"));
  }

  /** Fails if a device is not there. */
  public static void require(Device device) {
    List<Device> present = present();
    if (!present.contains(device)) {
      boolean gpu = device.kind() == Device.Kind.GPU;
      throw new DeviceUnavailableException(
          "There is no device "
              + device
              + " here. ND4J sees: "
              + present.stream().map(Device::toString).collect(Collectors.joining(", "))
              + ". Its libraries on the class path decide between the two kinds: "
              + (gpu
                  ? "put org.nd4j:nd4j-cuda-11.6 in the place of org.nd4j:nd4j-native."
                  : "put org.nd4j:nd4j-native in the place of nd4j-cuda, or ask for "
                      + present.get(0)
                      + "."));
    }
  }

  /**
   * Sets how many threads the engine may use for one pass, for the whole process.
   *
   * @param threads how many
   */
  public static void use(int threads) {
    loaded(
        () -> {
          Nd4j.getEnvironment().setMaxMasterThreads(threads);
          Nd4j.getEnvironment().setMaxThreads(threads);
          return threads;
        });
  }

  private static <T> T loaded(Supplier<T> use) {
    try {
      // Before any native class: ND4J loads its libraries in an order of its own.
      Nd4j.getExecutioner();
      return use.get();
    } catch (LinkageError missing) {
      throw explained(missing);
    }
  }

  private static BackendUnavailableException explained(LinkageError missing) {
    Throwable first = missing;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    // Whatever else is missing, another javacpp may be there as well, and be no trouble.
    boolean bridge = String.valueOf(first.getMessage()).contains("org.bytedeco.javacpp.");
    return bridge
        ? JavaCpp.LIBRARY
            .explain("ND4J", JavaCpp.found(), missing)
            .orElse(unavailable(missing, first))
        : unavailable(missing, first);
  }

  private static BackendUnavailableException unavailable(LinkageError missing, Throwable first) {
    return new BackendUnavailableException(
        "ND4J's native libraries cannot be loaded: "
            + String.valueOf(first.getMessage()).replaceFirst("\\.$", "")
            + ". Three must be on the class path, each with the classifier of this system:"
            + " org.nd4j:nd4j-native (such as linux-x86_64-onednn-avx2, linux-arm64, macosx-arm64"
            + " or windows-x86_64-onednn-avx2), org.bytedeco:openblas, and "
            + JavaCpp.LIBRARY.artifact()
            + " in the version of its Java code, "
            + JavaCpp.LIBRARY.version()
            + ".",
        missing);
  }
}
