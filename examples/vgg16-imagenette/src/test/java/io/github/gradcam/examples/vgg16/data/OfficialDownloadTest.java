package io.github.gradcam.examples.vgg16.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.gradcam.examples.vgg16.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialDownloadTest {

  private static final byte[] CONTENT = content();
  private static final int BROKEN_OFF = 70_000;

  @TempDir private Path folder;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Console console = new Console(new PrintStream(written, true, UTF_8), false);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  OfficialDownloadTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fileIsFetchedOnceAndNothingElseIsLeft() throws Exception {
    serve(exchange -> whole(exchange, CONTENT, "\"v1\""));

    Path file = download().fetch(folder.resolve("downloads"), console);

    assertThat(file).hasFileName("photos.tgz").hasBinaryContent(CONTENT);
    assertThat(download().fetch(folder.resolve("downloads"), console)).isEqualTo(file);
    assertThat(asked).containsExactly("null, null");
    assertThat(left(folder.resolve("downloads"))).containsExactly("photos.tgz");
    assertThat(written.toString(UTF_8)).contains("Downloading photos.tgz", "100%");
  }

  @Test
  void whatWasInterruptedGoesOnWhereItWas() throws Exception {
    serve(
        exchange -> {
          if (asked.size() == 1) {
            breakOff(exchange, "\"v1\"");
          } else {
            rest(exchange);
          }
        });

    assertThatThrownBy(() -> download().fetch(folder, console))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("stopped after " + BROKEN_OFF + " of " + CONTENT.length + " bytes")
        .hasMessageContaining("goes on from there");
    assertThat(folder.resolve("photos.tgz")).doesNotExist();

    assertThat(download().fetch(folder, console)).hasBinaryContent(CONTENT);
    assertThat(asked).containsExactly("null, null", "bytes=" + BROKEN_OFF + "-, \"v1\"");
    assertThat(left(folder)).containsExactly("photos.tgz");
  }

  @Test
  void serverThatIgnoresTheRangeBeginsAnew() throws Exception {
    leave(new byte[BROKEN_OFF], "\"v1\"");
    serve(exchange -> whole(exchange, CONTENT, "\"v2\""));

    assertThat(download().fetch(folder, console)).hasBinaryContent(CONTENT);
    assertThat(asked).containsExactly("bytes=" + BROKEN_OFF + "-, \"v1\"");
  }

  @Test
  void rangeThatCannotBeSatisfiedBeginsAnew() throws Exception {
    leave(new byte[BROKEN_OFF], "\"v1\"");
    serve(
        exchange -> {
          if (asked.size() == 1) {
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
          } else {
            whole(exchange, CONTENT, "\"v1\"");
          }
        });

    assertThat(download().fetch(folder, console)).hasBinaryContent(CONTENT);
    assertThat(asked).hasSize(2).endsWith("null, null");
  }

  @Test
  void anotherRangeThanAskedForIsAnError() throws Exception {
    leave(new byte[BROKEN_OFF], "\"v1\"");
    serve(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Range", "bytes 5-9/10");
          exchange.sendResponseHeaders(206, -1);
          exchange.close();
        });

    assertThatThrownBy(() -> download().fetch(folder, console))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("bytes 5-9/10");
  }

  @Test
  void weakTagIsNoPromiseOfBytes() throws Exception {
    serve(
        exchange -> {
          if (asked.size() == 1) {
            breakOff(exchange, "W/\"v1\"");
          } else {
            rest(exchange);
          }
        });

    assertThatThrownBy(() -> download().fetch(folder, console)).isInstanceOf(DataException.class);
    assertThat(download().fetch(folder, console)).hasBinaryContent(CONTENT);
    assertThat(asked).endsWith("bytes=" + BROKEN_OFF + "-, null");
  }

  @Test
  void partThatIsWholeIsOnlyChecked() throws Exception {
    leave(CONTENT, "\"v1\"");

    assertThat(download().fetch(folder, console)).hasBinaryContent(CONTENT);
    assertThat(asked).isEmpty();
  }

  @Test
  void partThatIsTooLongBeginsAnew() throws Exception {
    leave(new byte[CONTENT.length + 1], "\"v1\"");
    serve(exchange -> whole(exchange, CONTENT, "\"v1\""));

    assertThat(download().fetch(folder, console)).hasBinaryContent(CONTENT);
    assertThat(asked).containsExactly("null, null");
  }

  @Test
  void wrongBytesAreDeleted() throws Exception {
    byte[] other = CONTENT.clone();
    other[1000]++;
    serve(exchange -> whole(exchange, other, "\"v1\""));

    assertThatThrownBy(() -> download().fetch(folder, console))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(md5(other))
        .hasMessageContaining(md5(CONTENT))
        .hasMessageContaining("--data DIR");
    assertThat(left(folder)).isEmpty();
  }

  @Test
  void moreBytesThanPublishedAreDeleted() throws Exception {
    serve(exchange -> whole(exchange, Arrays.copyOf(CONTENT, 3 * CONTENT.length), "\"v1\""));

    assertThatThrownBy(() -> download().fetch(folder, console))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(CONTENT.length + " bytes with")
        .hasMessageContaining("were published");
    assertThat(left(folder)).isEmpty();
  }

  @Test
  void missingFileIsAnErrorWithAWayOut() throws Exception {
    serve(
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });

    assertThatThrownBy(() -> download().fetch(folder, console))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("status 404")
        .hasMessageContaining(download().url().toString())
        .hasMessageContaining("--data DIR");
    assertThat(left(folder)).isEmpty();
  }

  @Test
  void nobodyListeningIsAnErrorWithAWayOut() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThatThrownBy(() -> download(port).fetch(folder, console))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("Check the connection")
        .hasMessageContaining("fetch " + download(port).url() + " by hand")
        .hasMessageContaining("--data DIR");
  }

  @Test
  void interruptedThreadStopsAndStaysInterrupted() throws Exception {
    serve(exchange -> whole(exchange, CONTENT, "\"v1\""));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> download().fetch(folder, console))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private OfficialDownload download() throws Exception {
    return download(server.getAddress().getPort());
  }

  private static OfficialDownload download(int port) throws Exception {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return new OfficialDownload(
        new URI("http", null, host, port, "/somewhere/photos.tgz", null, null),
        CONTENT.length,
        md5(CONTENT),
        "--data DIR");
  }

  private void serve(Answer answer) {
    server.createContext(
        "/somewhere/photos.tgz",
        exchange -> {
          asked.add(
              exchange.getRequestHeaders().getFirst("Range")
                  + ", "
                  + exchange.getRequestHeaders().getFirst("If-Range"));
          answer.to(exchange);
        });
  }

  private static void whole(HttpExchange exchange, byte[] content, String tag) throws IOException {
    exchange.getResponseHeaders().add("ETag", tag);
    exchange.sendResponseHeaders(200, content.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(content);
    } catch (IOException e) {
      // the client has had enough; the rest is not for it
      exchange.close();
    }
  }

  /** Promises everything and hangs up in the middle. */
  private static void breakOff(HttpExchange exchange, String tag) throws IOException {
    exchange.getResponseHeaders().add("ETag", tag);
    exchange.sendResponseHeaders(200, CONTENT.length);
    exchange.getResponseBody().write(CONTENT, 0, BROKEN_OFF);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static void rest(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    exchange
        .getResponseHeaders()
        .add("Content-Range", "bytes " + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length);
    exchange.sendResponseHeaders(206, CONTENT.length - from);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(CONTENT, from, CONTENT.length - from);
    }
  }

  private void leave(byte[] part, String tag) throws IOException {
    Files.write(folder.resolve("photos.tgz.part"), part);
    Files.writeString(folder.resolve("photos.tgz.etag"), tag);
  }

  private static List<String> left(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String md5(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }

  private static byte[] content() {
    byte[] content = new byte[200_000];
    new Random(1).nextBytes(content);
    return content;
  }

  @FunctionalInterface
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }
}
