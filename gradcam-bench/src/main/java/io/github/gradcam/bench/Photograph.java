package io.github.gradcam.bench;

import io.github.gradcam.image.Images;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A free photo. */
@State(Scope.Benchmark)
public class Photograph {

  /** The name of its file, which comes with these benchmarks. */
  @Param("worms-cathedral.jpg")
  public String photo;

  private byte[] jpeg;
  private BufferedImage pixels;

  /**
   * Reads it.
   *
   * @throws IOException if it cannot be read
   */
  @Setup
  public void start() throws IOException {
    try (InputStream in = Photograph.class.getResourceAsStream(photo)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "There is no photo \""
                + photo
                + "\" with these benchmarks. Say berlin-cathedral.jpg, dog.jpg,"
                + " reims-cathedral.jpg or worms-cathedral.jpg.");
      }
      jpeg = in.readAllBytes();
    }
    pixels = decoded();
  }

  /** Decodes it anew. */
  BufferedImage decoded() {
    return Images.read(new ByteArrayInputStream(jpeg));
  }

  /** Its pixels; not to be changed. */
  BufferedImage pixels() {
    return pixels;
  }
}
