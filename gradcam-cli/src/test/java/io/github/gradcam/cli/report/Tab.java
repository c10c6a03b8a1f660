package io.github.gradcam.cli.report;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One tab of a browser: sends commands, waits for answers, remembers events. */
final class Tab implements AutoCloseable, WebSocket.Listener {

  private static final Gson GSON = new Gson();
  private static final int PATIENCE = 60;

  private final AtomicInteger commands = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final List<JsonObject> events = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private WebSocket socket;

  private Tab() {}

  static Tab open(HttpClient client, URI address) {
    Tab tab = new Tab();
    tab.socket = client.newWebSocketBuilder().buildAsync(address, tab).join();
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      tab.send(domain + ".enable", Map.of());
    }
    return tab;
  }

  /** Goes to a page and waits until everything in it that is not lazy has come. */
  void visit(URI page) {
    loaded = new CompletableFuture<>();
    send("Page.navigate", Map.of("url", page.toString()));
    loaded.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }

  JsonObject send(String method, Map<String, ?> parameters) {
    int id = commands.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String command = GSON.toJson(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(command, true).join();
    JsonObject received = answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    if (received.has("error")) {
      throw new IllegalStateException(method + ": " + received.get("error"));
    }
    return received.getAsJsonObject("result");
  }

  /** What an expression is worth, once it is known. */
  JsonElement value(String expression) {
    JsonObject answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.getAsJsonObject("result").get("value");
  }

  /** Presses and releases a key. */
  void press(String key, int code) {
    Map<String, ?> parameters = Map.of("key", key, "code", key, "windowsVirtualKeyCode", code);
    send("Input.dispatchKeyEvent", with(parameters, "rawKeyDown"));
    send("Input.dispatchKeyEvent", with(parameters, "keyUp"));
  }

  /** Moves the pointer to the middle of the first element that a selector finds. */
  void point(String selector) {
    mouse("mouseMoved", middle(selector));
  }

  /** Clicks on the middle of the first element that a selector finds. */
  void click(String selector) {
    JsonObject at = middle(selector);
    mouse("mousePressed", at);
    mouse("mouseReleased", at);
  }

  private JsonObject middle(String selector) {
    return value(
            """
            (() => {
              const element = document.querySelector(`%s`);
              element.scrollIntoView({block: 'center'});
              const box = element.getBoundingClientRect();
              return {x: box.x + box.width / 2, y: box.y + box.height / 2};
            })()
            """
                .formatted(selector))
        .getAsJsonObject();
  }

  private void mouse(String type, JsonObject at) {
    String button = type.equals("mouseMoved") ? "none" : "left";
    send(
        "Input.dispatchMouseEvent",
        Map.of(
            "type", type, "x", at.get("x"), "y", at.get("y"), "button", button, "clickCount", 1));
  }

  void screenshot(Path file) throws IOException {
    String picture =
        send("Page.captureScreenshot", Map.of("format", "png")).get("data").getAsString();
    Files.write(file, Base64.getDecoder().decode(picture));
  }

  /** What has happened so far, of one kind. */
  List<JsonObject> events(String method) {
    return events.stream()
        .filter(event -> event.get("method").getAsString().equals(method))
        .map(event -> event.getAsJsonObject("params"))
        .toList();
  }

  private static Map<String, ?> with(Map<String, ?> parameters, String type) {
    Map<String, Object> more = new HashMap<>(parameters);
    more.put("type", type);
    return more;
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      JsonObject message = JsonParser.parseString(part.toString()).getAsJsonObject();
      part.setLength(0);
      received(message);
    }
    webSocket.request(1);
    return null;
  }

  private void received(JsonObject message) {
    if (message.has("id")) {
      waiting.remove(message.get("id").getAsInt()).complete(message);
      return;
    }
    events.add(message);
    if (message.get("method").getAsString().equals("Page.loadEventFired")) {
      loaded.complete(null);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
