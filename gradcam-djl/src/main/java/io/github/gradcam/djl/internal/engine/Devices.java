package io.github.gradcam.djl.internal.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.github.gradcam.error.BackendUnavailableException;
import io.github.gradcam.error.DeviceUnavailableException;
import io.github.gradcam.model.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The engine, and what it runs on. */
public final class Devices {

  private static final String ENGINE = "PyTorch";

  private Devices() {}

  /** The engine; loads native code at the first call. */
  public static Engine engine() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // An interrupted thread would find its files closed while DJL unpacks the engine.
    boolean interrupted = Thread.interrupted();
    try {
      // DJL asks the thread's loader for engines, at the first call and for good; in a container
      // that may be one that knows nothing of them.
      thread.setContextClassLoader(Engine.class.getClassLoader());
      return Engine.getEngine(ENGINE);
    } catch (ai.djl.engine.EngineException | IllegalArgumentException | LinkageError missing) {
      throw new BackendUnavailableException(
          "DJL's PyTorch engine cannot be loaded: "
              + missing.getMessage()
              + ". Its native library must be on the class path: ai.djl.pytorch:pytorch-native-cpu with"
              + " the classifier of this system, linux-x86_64, linux-aarch64, osx-aarch64 or"
              + " win-x86_64.",
          missing);
    } finally {
      thread.setContextClassLoader(before);
      if (interrupted) {
        thread.interrupt();
      }
    }
  }

  /** The devices that the engine can use here; loads native code at the first call. */
  public static List<Device> present() {
    List<Device> devices = new ArrayList<>(List.of(Device.cpu()));
    int gpus = engine().getGpuCount();
    for (int i = 0; i < gpus; i++) {
      devices.add(Device.gpu(i));
    }
    return List.copyOf(devices);
  }

  /** The engine's name and version; loads native code at the first call. */
  public static String runtime() {
    return ENGINE + " " + engine().getVersion();
  }

  /** Limits a pass's threads, for the whole process: PyTorch has but one number. */
  public static void useThreads(int threads) {
    engine();
    JniUtils.setNumThreads(threads);
  }

  /** How many threads a pass takes. */
  static int threads() {
    return JniUtils.getNumThreads();
  }

  /** Fails if a device is not there. */
  public static void require(Device device) {
    List<Device> present = present();
    if (!present.contains(device)) {
      throw new DeviceUnavailableException(
          "There is no device "
              + device
              + " here. PyTorch sees: "
              + present.stream().map(Device::toString).collect(Collectors.joining(", "))
              + ".");
    }
  }

  /** The engine's device for one of ours. */
  public static ai.djl.Device toEngine(Device device) {
    return device.kind() == Device.Kind.CPU
        ? ai.djl.Device.cpu()
        : ai.djl.Device.gpu(device.index());
  }

  /** Our device for one of the engine's. */
  public static Device fromEngine(ai.djl.Device device) {
    return switch (device.getDeviceType()) {
      case ai.djl.Device.Type.CPU -> Device.cpu();
      case ai.djl.Device.Type.GPU -> Device.gpu(device.getDeviceId());
      default ->
          throw new DeviceUnavailableException(
              "The network's parameters are on "
                  + device
                  + ", where gradcam does not run. Name another device with"
                  + " ModelOptions.builder().device(…).");
    };
  }
}
