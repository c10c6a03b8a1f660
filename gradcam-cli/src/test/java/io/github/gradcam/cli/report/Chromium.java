package io.github.gradcam.cli.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, driven by its DevTools protocol. */
final class Chromium implements AutoCloseable {

  private static final String LISTENING = "DevTools listening on ws://";

  private static final int PATIENCE = 30;

  private final Process process;
  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();

  private Chromium(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** The browser's program, if this machine has one. */
  static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-extensions",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    // Not closed: the browser goes on writing for as long as it lives.
    BufferedReader messages = process.errorReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = messages.readLine(); line != null; line = messages.readLine()) {
      if (line.startsWith(LISTENING)) {
        String listening = line.substring(LISTENING.length());
        Thread drain = new Thread(() -> messages.lines().forEach(ignored -> {}), "chromium");
        drain.setDaemon(true);
        drain.start();
        return new Chromium(process, listening.substring(0, listening.indexOf('/')));
      }
      said.append(line).append('\n');
    }
    throw new IOException(program + " ended before it listened:\n" + said);
  }

  /** Opens a tab with nothing in it. */
  Tab tab() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address + "/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    JsonElement target = JsonParser.parseString(answer);
    JsonObject tab = target.getAsJsonObject();
    return Tab.open(client, URI.create(tab.get("webSocketDebuggerUrl").getAsString()));
  }

  @Override
  public void close() throws InterruptedException {
    // By their handles: destroying the process itself would close what the messages are read from.
    List<ProcessHandle> children = process.descendants().toList();
    process.toHandle().destroy();
    process.waitFor();
    for (ProcessHandle child : children) {
      child.destroy();
      child.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }
  }
}
