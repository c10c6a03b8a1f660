package io.github.gradcam.examples.vgg16.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which weights a network has: predictions are of these and no others.
 *
 * @param sha256 of the weights' file, in hexadecimal
 */
public record WeightsDigest(String sha256) {

  /**
   * Reads a file.
   *
   * @param weights the file
   * @return its digest
   * @throws PredictionsException if it cannot be read
   */
  public static WeightsDigest of(Path weights) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(weights), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return new WeightsDigest(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new PredictionsException(
          "The weights " + weights + " cannot be read (" + e + "). Train the network first.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
