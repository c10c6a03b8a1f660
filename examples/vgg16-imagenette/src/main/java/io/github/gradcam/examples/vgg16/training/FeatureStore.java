package io.github.gradcam.examples.vgg16.training;

import ai.djl.ndarray.types.Shape;
import io.github.gradcam.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the frozen blocks give for each photo, in half precision, on disk: a file for some photos
 * each, written whole or not at all, so that an interrupted run goes on where it was. They are
 * mapped into memory to be read. Safe for any number of threads.
 */
final class FeatureStore {

  /** How many photos share a file; small enough that little is lost, and a file can be mapped. */
  private static final int PHOTOS_A_FILE = 128;

  private final Path folder;
  private final Shape shape;
  private final int photos;
  private final ConcurrentHashMap<Integer, MappedByteBuffer> mapped = new ConcurrentHashMap<>();

  /**
   * A store; what is there already is kept.
   *
   * @param folder where the files are
   * @param shape of what belongs to one photo
   * @param photos how many there are
   */
  FeatureStore(Path folder, Shape shape, int photos) {
    this.folder = folder;
    this.shape = shape;
    this.photos = photos;
  }

  Shape shape() {
    return shape;
  }

  int files() {
    return (photos + PHOTOS_A_FILE - 1) / PHOTOS_A_FILE;
  }

  int first(int file) {
    return file * PHOTOS_A_FILE;
  }

  int end(int file) {
    return Math.min(photos, first(file) + PHOTOS_A_FILE);
  }

  /** How many bytes belong to one photo. */
  int bytes() {
    return Math.toIntExact(shape.size()) * Short.BYTES;
  }

  boolean has(int file) {
    Path path = path(file);
    try {
      return Files.exists(path) && Files.size(path) == length(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at " + path, e);
    }
  }

  /**
   * Writes what belongs to the photos of a file.
   *
   * @param file its index
   * @param features half-precision numbers, the photos one after the other
   */
  void write(int file, ByteBuffer features) {
    if (features.remaining() != length(file)) {
      throw new IllegalArgumentException(
          features.remaining() + " bytes for a file of " + length(file) + ".");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + folder, e);
    }
    WholeFile.write(
        path(file),
        out -> {
          WritableByteChannel channel = Channels.newChannel(out);
          while (features.hasRemaining()) {
            channel.write(features);
          }
        });
  }

  /**
   * Copies what belongs to a photo.
   *
   * @param photo its index
   * @param into gets it at its position
   */
  void read(int photo, ByteBuffer into) {
    int file = photo / PHOTOS_A_FILE;
    ByteBuffer features = mapped.computeIfAbsent(file, this::map).duplicate();
    int at = (photo - first(file)) * bytes();
    into.put(features.position(at).limit(at + bytes()));
  }

  private MappedByteBuffer map(int file) {
    try (FileChannel channel = FileChannel.open(path(file))) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, length(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path(file), e);
    }
  }

  private long length(int file) {
    return (long) (end(file) - first(file)) * bytes();
  }

  private Path path(int file) {
    return folder.resolve("photos-%05d.f16".formatted(first(file)));
  }
}
