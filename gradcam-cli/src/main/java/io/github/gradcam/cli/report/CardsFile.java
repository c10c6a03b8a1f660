package io.github.gradcam.cli.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Cards wait here for the page's top, which tells how many they are. The operating system deletes
 * the file when it is closed, also when the process is killed.
 */
final class CardsFile implements AutoCloseable {

  private final FileChannel file;
  private final Writer writer;

  CardsFile(Path folder) throws IOException {
    this.file =
        FileChannel.open(
            folder.resolve("." + UUID.randomUUID() + ".cards"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    this.writer = new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8));
  }

  void add(Html card) throws IOException {
    writer.write(card.markup());
  }

  void copyTo(OutputStream out) throws IOException {
    writer.flush();
    InputStream cards = Channels.newInputStream(file.position(0));
    cards.transferTo(out);
  }

  @Override
  public void close() throws IOException {
    // Not the writer: what it still holds is not wanted any more.
    file.close();
  }
}
