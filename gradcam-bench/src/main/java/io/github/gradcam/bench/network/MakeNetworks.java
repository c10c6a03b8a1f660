package io.github.gradcam.bench.network;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Makes networks' files ahead: {@code MakeNetworks FOLDER [network or backend …]}. */
public final class MakeNetworks {

  private MakeNetworks() {}

  /**
   * Makes files, and prints where they are.
   *
   * @param args the folder, then names of networks and of backends; where none of a kind is given,
   *     all are made
   */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.err.println(
          "Usage: MakeNetworks FOLDER [network or backend …], of the networks "
              + NetworkFiles.names()
              + " and the backends "
              + NetworkFiles.backends());
      System.exit(2);
    }
    NetworkFiles files = new NetworkFiles(Path.of(args[0]));
    List<String> wanted = Arrays.asList(args).subList(1, args.length);
    for (String network : chosen(NetworkFiles.names(), wanted)) {
      System.out.println(files.weights(network));
      for (String backend : chosen(NetworkFiles.backends(), wanted)) {
        System.out.println(files.file(network, backend));
      }
    }
  }

  private static List<String> chosen(List<String> all, List<String> wanted) {
    List<String> some = all.stream().filter(wanted::contains).toList();
    return some.isEmpty() ? all : some;
  }
}
