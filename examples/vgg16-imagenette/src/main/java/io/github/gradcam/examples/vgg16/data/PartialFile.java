package io.github.gradcam.examples.vgg16.data;

import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.console.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A download that may have been interrupted. It grows in {@code NAME.part}; beside it, {@code
 * NAME.etag} says which version of the file that is the beginning of.
 */
final class PartialFile {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;

  private final OfficialDownload source;
  private final Path file;
  private final Path part;
  private final Path etag;

  PartialFile(OfficialDownload source, Path file) {
    this.source = source;
    this.file = file;
    part = file.resolveSibling(file.getFileName() + ".part");
    etag = file.resolveSibling(file.getFileName() + ".etag");
  }

  /** Fetches what is missing, checks the whole, and gives it its name. */
  Path complete(Console console) {
    try {
      if (present() > source.size()) {
        forget();
      }
      if (present() < source.size()) {
        fetch(console);
      }
      requireChecksum();
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(etag);
      return file;
    } catch (IOException e) {
      throw new DataException(
          file + " cannot be written (" + e + "). Check permissions and free space there.", e);
    }
  }

  private void fetch(Console console) throws IOException {
    HttpResponse<InputStream> response = ask();
    if (response.statusCode() == NOT_SATISFIABLE) {
      response.body().close();
      forget();
      response = ask();
    }
    try (InputStream body = response.body();
        Progress progress = console.bytes("Downloading " + source.name(), source.size())) {
      if (!continues(response)) {
        begin(response);
      }
      progress.resume(present());
      append(body, progress);
    }
  }

  private HttpResponse<InputStream> ask() throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(source.url()).timeout(PATIENCE);
    if (present() > 0) {
      request.header("Range", "bytes=" + present() + "-");
      if (Files.exists(etag)) {
        request.header("If-Range", Files.readString(etag));
      }
    }
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("The download of " + source.url() + " was interrupted.", e);
    } catch (IOException e) {
      throw new DataException(
          source.url()
              + " cannot be reached ("
              + e
              + "). Check the connection and run this again. "
              + source.otherWay(),
          e);
    }
  }

  /** Whether the answer is the rest of what is here, and not the whole file. */
  private boolean continues(HttpResponse<InputStream> response) throws IOException {
    if (response.statusCode() == PARTIAL) {
      String range = response.headers().firstValue("Content-Range").orElse("none");
      if (range.startsWith("bytes " + present() + "-")) {
        return true;
      }
      throw new DataException(
          source.url()
              + " was asked for its bytes from "
              + present()
              + " on and answered with the range "
              + range
              + ". Delete "
              + part
              + " and run this again. "
              + source.otherWay());
    }
    if (response.statusCode() != OK) {
      throw new DataException(
          source.url()
              + " answered with the status "
              + response.statusCode()
              + " instead of "
              + OK
              + ". Try again later. "
              + source.otherWay());
    }
    return false;
  }

  private void begin(HttpResponse<InputStream> response) throws IOException {
    forget();
    Files.createFile(part);
    // A weak tag names no bytes, so that no range may depend on it.
    Optional<String> tag =
        response.headers().firstValue("ETag").filter(value -> !value.startsWith("W/"));
    if (tag.isPresent()) {
      Files.writeString(etag, tag.get());
    }
  }

  private void append(InputStream body, Progress progress) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.APPEND)) {
      for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
        out.write(buffer, 0, read);
        progress.advance(read);
        if (present() > source.size()) {
          break;
        }
      }
    }
    if (present() < source.size()) {
      throw stopped("the server closed the connection", null);
    }
  }

  private int read(InputStream body, byte[] buffer) throws IOException {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw stopped(e.toString(), e);
    }
  }

  private DataException stopped(String why, @Nullable IOException cause) throws IOException {
    String message =
        "The download of "
            + source.url()
            + " stopped after "
            + present()
            + " of "
            + source.size()
            + " bytes ("
            + why
            + "). Run this again: it goes on from there. "
            + source.otherWay();
    return cause == null ? new DataException(message) : new DataException(message, cause);
  }

  private void requireChecksum() throws IOException {
    long size = present();
    String found = md5();
    if (size != source.size() || !found.equals(source.md5())) {
      forget();
      throw new DataException(
          source.url()
              + " gave "
              + size
              + " bytes with the MD5 "
              + found
              + ", but "
              + source.size()
              + " bytes with "
              + source.md5()
              + " were published. They are deleted; run this again. "
              + source.otherWay());
    }
  }

  private String md5() throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(part)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private long present() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private void forget() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(etag);
  }
}
