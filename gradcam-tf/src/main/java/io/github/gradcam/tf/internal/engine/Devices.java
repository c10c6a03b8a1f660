package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.BackendUnavailableException;
import io.github.gradcam.error.DeviceUnavailableException;
import io.github.gradcam.error.EngineException;
import io.github.gradcam.model.Device;
import io.github.gradcam.tf.internal.graph.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.Graph;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;

/** The engine, and what it runs on. */
public final class Devices {

  /** Read at the first use and never changed: the list is long, and each model needs it. */
  private static final class Known {
    static final Operations OPERATIONS = new Operations(TensorFlow.registeredOpList());
  }

  private Devices() {}

  /** The engine's name and version; loads native code at the first call. */
  public static String runtime() {
    return "TensorFlow " + loaded(TensorFlow::version);
  }

  /** What the engine knows of operations at the first call, which loads native code. */
  public static Operations operations() {
    return loaded(() -> Known.OPERATIONS);
  }

  /** The devices that the engine can use here; loads native code at the first call. */
  public static List<Device> present() {
    return loaded(Devices::listed);
  }

  private static List<Device> listed() {
    List<Device> devices = new ArrayList<>(List.of(Device.cpu()));
    try (PointerScope scope = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_Graph graph = TF_Graph.newGraph();
      TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
      TF_Session session = TF_Session.newSession(graph, options, status);
      status.throwExceptionIfNotOK();
      TF_DeviceList list = tensorflow.TF_SessionListDevices(session, status);
      status.throwExceptionIfNotOK();
      try {
        for (int i = 0, gpus = 0; i < tensorflow.TF_DeviceListCount(list); i++) {
          if (tensorflow.TF_DeviceListType(list, i, status).getString().equals("GPU")) {
            devices.add(Device.gpu(gpus++));
          }
        }
      } finally {
        tensorflow.TF_DeleteDeviceList(list);
      }
    }
    return List.copyOf(devices);
  }

  /** Fails if a device is not there. */
  public static void require(Device device) {
    if (device.equals(Device.cpu())) {
      // Listing devices starts a session, and the first one decides for all how many threads there
      // are.
      loaded(() -> device);
      return;
    }
    List<Device> present = present();
    if (!present.contains(device)) {
      throw new DeviceUnavailableException(
          "There is no device "
              + device
              + " here. TensorFlow sees: "
              + present.stream().map(Device::toString).collect(Collectors.joining(", "))
              + ".");
    }
  }

  /** TensorFlow's name for a device. */
  static String nameOf(Device device) {
    return "/device:" + device.kind().name() + ":" + device.index();
  }

  private static <T> T loaded(Supplier<T> use) {
    try {
      // Any class of the engine loads the library; this is the one that says so.
      new Graph().close();
      return use.get();
    } catch (LinkageError unlinked) {
      throw JavaCpp.LIBRARY
          .explain("TensorFlow", JavaCpp.found(), unlinked)
          .orElseGet(() -> withoutNatives(unlinked));
    } catch (org.tensorflow.exceptions.TensorFlowException failed) {
      throw new EngineException("TensorFlow cannot start: " + failed.getMessage() + ".", failed);
    }
  }

  private static BackendUnavailableException withoutNatives(LinkageError missing) {
    return new BackendUnavailableException(
        "TensorFlow's native library cannot be loaded: "
            + missing.getMessage()
            + ". It must be on the class path: org.tensorflow:tensorflow-core-native with the"
            + " classifier of this system, linux-x86_64, linux-arm64, macosx-arm64 or"
            + " windows-x86_64.",
        missing);
  }
}
