package io.github.gradcam.bench.side;

import io.github.gradcam.bench.network.NetworkFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where a network's files are; makes those that are missing. */
@Command(name = "files", description = "Where a network's files are; makes those that are missing.")
final class FilesCommand implements Runnable {

  @Option(names = "--networks", required = true, description = "The folder of networks.")
  private Path folder;

  @Option(names = "--network", required = true, description = "Its name.")
  private String network;

  @Option(names = "--backend", split = ",", description = "djl, tf, dl4j.")
  private List<String> backends = new ArrayList<>();

  @Override
  public void run() {
    NetworkFiles files = new NetworkFiles(folder);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("weights", files.weights(network).toAbsolutePath().toString());
    for (String backend : backends) {
      answer.put(backend, files.file(network, backend).toAbsolutePath().toString());
    }
    JsonLine.print(answer);
  }
}
