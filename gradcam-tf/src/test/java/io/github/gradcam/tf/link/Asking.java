package io.github.gradcam.tf.link;

import io.github.gradcam.error.BackendUnavailableException;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.Verdict;
import io.github.gradcam.tf.TfBackend;
import java.nio.file.Path;

/** Looks at a network, opens it and asks for the devices, and prints what is said, a line each. */
public final class Asking {

  private Asking() {}

  /**
   * Asks.
   *
   * @param args the network
   */
  public static void main(String[] args) {
    TfBackend backend = new TfBackend();
    Path network = Path.of(args[0]);
    System.out.println("known: " + (backend.inspect(network) instanceof Verdict.Opens));
    try {
      backend.open(network, ModelOptions.defaults()).close();
      System.out.println("opened");
    } catch (BackendUnavailableException said) {
      System.out.println("open: " + said.getMessage());
    }
    // The second time the JVM says something else: that classes could not be initialised.
    try {
      System.out.println("devices " + backend.devices());
    } catch (BackendUnavailableException said) {
      System.out.println("devices: " + said.getMessage());
    }
  }
}
