package io.github.gradcam.examples.vgg16.data;

import io.github.gradcam.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What looking at the photos gave, kept: a line that says which photos were looked at, then one
 * line a broken photo, its name, a tab, and what is wrong.
 *
 * @param file where it is kept
 * @param head the first line
 */
record BrokenPhotosFile(Path file, String head) {

  /** A file that holds for these photos, as long as they have the same names and sizes. */
  static BrokenPhotosFile about(List<PhotoFile> photos, Path file) {
    MessageDigest digest = sha256();
    for (PhotoFile photo : photos) {
      digest.update((photo.name() + "\t" + photo.bytes() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return new BrokenPhotosFile(
        file,
        "# The broken ones of "
            + photos.size()
            + " photos, whose names and sizes have the SHA-256 "
            + HexFormat.of().formatHex(digest.digest()));
  }

  /** What is kept, if it is about the same photos. */
  Optional<BrokenPhotos> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || !lines.get(0).equals(head)) {
        return Optional.empty();
      }
      TreeMap<String, String> reasons = new TreeMap<>();
      for (String line : lines.subList(1, lines.size())) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
          throw new DataException(
              file + " holds the line \"" + line + "\" without a tab. Delete the file.");
        }
        reasons.put(line.substring(0, tab), line.substring(tab + 1));
      }
      return Optional.of(new BrokenPhotos(reasons));
    } catch (IOException e) {
      throw new DataException(file + " cannot be read (" + e + "). Delete it.", e);
    }
  }

  void write(BrokenPhotos broken) {
    StringBuilder text = new StringBuilder(head).append('\n');
    broken
        .reasons()
        .forEach(
            (name, reason) ->
                text.append(name).append('\t').append(reason.replaceAll("\\s+", " ")).append('\n'));
    WholeFile.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
