import io.github.gradcam.image.Images;
import io.github.gradcam.image.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * What reading photos and writing pictures alone costs, on two threads: each photo is decoded, and a
 * picture that gradcam drew of it is encoded, by the JDK and by gradcam.
 *
 * <p>Usage: Codecs PHOTOS PICTURES, folders in the same order
 */
final class Codecs {

  private static final int THREADS = 2;
  private static final int WARM_UP = 100;

  private interface Codec {
    BufferedImage read(Path file) throws IOException;

    void write(BufferedImage picture, Path file) throws IOException;
  }

  private static final class Jdk implements Codec {
    @Override
    public BufferedImage read(Path file) throws IOException {
      return ImageIO.read(file.toFile());
    }

    @Override
    public void write(BufferedImage picture, Path file) throws IOException {
      ImageIO.write(picture, file.toString().endsWith("png") ? "png" : "jpg", file.toFile());
    }
  }

  private static final class Own implements Codec {
    @Override
    public BufferedImage read(Path file) {
      return Images.read(file);
    }

    @Override
    public void write(BufferedImage picture, Path file) {
      new Picture(picture).write(file);
    }
  }

  public static void main(String[] args) throws Exception {
    List<Path> photos = sorted(Path.of(args[0]));
    Path picture = sorted(Path.of(args[1])).get(0);
    BufferedImage drawn = Images.read(picture);
    String name = picture.toString();
    String ending = name.substring(name.lastIndexOf('.'));
    for (Codec codec : List.of(new Jdk(), new Own())) {
      run(codec, photos.subList(0, WARM_UP), drawn, ending);
      double seconds = run(codec, photos, drawn, ending);
      System.out.printf(
          "%s: %.1f photos a second decoded and encoded as %s%n",
          codec.getClass().getSimpleName(), photos.size() / seconds, ending);
    }
  }

  private static double run(Codec codec, List<Path> photos, BufferedImage drawn, String ending)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    long start = System.nanoTime();
    for (Path photo : photos) {
      threads.submit(() -> once(codec, photo, drawn, ending));
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.HOURS);
    return (System.nanoTime() - start) / 1e9;
  }

  /** Every photo is decoded; what is encoded is a picture as they become. */
  private static void once(Codec codec, Path photo, BufferedImage drawn, String ending) {
    try {
      codec.read(photo);
      Path file = Files.createTempFile("codecs", ending);
      codec.write(drawn, file);
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
