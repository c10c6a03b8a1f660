package io.github.gradcam.djl.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.djl.Structure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that changes while it is open")
class SwappedFileTest {

  @TempDir private Path folder;

  private static byte[] written(TorchArchive archive) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    archive.write(Map.of("__torch__.a", "pass\n"), out);
    return out.toByteArray();
  }

  @Test
  @DisplayName("in place is an error")
  void inPlace() throws IOException {
    Path file = Files.copy(Structure.of("nested-traced").file(), folder.resolve("m.pt"));
    try (TorchArchive archive = TorchArchive.open(file)) {
      byte[] other = new byte[Math.toIntExact(Files.size(file))];
      Arrays.fill(other, (byte) 1);
      Files.write(file, other);
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> written(archive));
      assertThatExceptionOfType(IOException.class).isThrownBy(archive::sources);
    }
  }

  @Test
  @DisplayName("for another one, or goes away, is still the one that was checked")
  void replaced() throws IOException {
    Path file = Files.copy(Structure.of("nested-traced").file(), folder.resolve("m.pt"));
    Path other = Files.copy(Structure.of("twice-traced").file(), folder.resolve("other.pt"));
    try (TorchArchive archive = TorchArchive.open(file)) {
      byte[] before = written(archive);
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      assertThat(written(archive)).isEqualTo(before);
      Files.delete(file);
      assertThat(written(archive)).isEqualTo(before);
    }
  }
}
