package io.github.gradcam.examples.vgg16;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.network.KerasFile;
import io.github.gradcam.examples.vgg16.network.NarrowVgg;
import io.github.gradcam.examples.vgg16.training.PaintedPhotos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** All steps, on a narrow VGG16 and painted photos. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StepsTest {

  @TempDir static Path place;

  @BeforeAll
  static void makeDataAndWeights() throws IOException {
    PaintedPhotos.paint(place.resolve("data/train"), 4, 1);
    PaintedPhotos.paint(place.resolve("data/val"), 2, 2);
    KerasFile.write(NarrowVgg.weights(2), place.resolve("weights.h5"));
  }

  @Test
  @Order(1)
  void withoutANetworkThereIsNothingToEvaluate() {
    Run run = run("evaluate");

    assertThat(run.code).isEqualTo(1);
    assertThat(run.err).contains("no fine-tuned network").contains("Run the step train first");
  }

  @Test
  @Order(2)
  void allStepsLeaveWhatTheyPromise() throws IOException {
    Run run = run("all");

    assertThat(run.err).isEmpty();
    assertThat(run.code).isZero();
    assertThat(run.out)
        .contains("30 for training, 10 for validation, 20 for the test")
        .contains("PyTorch and TensorFlow: 0 of 20 photos differ")
        .contains("PyTorch and Deeplearning4j: 0 of 20 photos differ")
        .contains("The engines' heatmaps agree within 1e-04");
    RunFolder folder = new RunFolder(place.resolve("run"));
    assertThat(folder.weights()).isRegularFile();
    assertThat(folder.archive()).isRegularFile();
    assertThat(folder.savedModel()).isDirectory();
    assertThat(ImageIO.read(folder.figure().toFile()).getHeight()).isGreaterThan(1000);
    assertThat(ImageIO.read(folder.engines().toFile()).getWidth()).isGreaterThan(300);
    assertThat(Files.readString(folder.report())).contains("Deeplearning4j");
    JsonObject numbers =
        JsonParser.parseString(Files.readString(folder.numbers())).getAsJsonObject();
    assertThat(numbers.getAsJsonArray("engines")).hasSize(3);
  }

  @Test
  @Order(3)
  void whatWasDoneIsNotDoneAgain() throws IOException {
    RunFolder folder = new RunFolder(place.resolve("run"));
    byte[] weights = Files.readAllBytes(folder.weights());

    Run run = run("all");

    assertThat(run.code).isZero();
    assertThat(run.out)
        .contains("trained already")
        .doesNotContain("Blocks 1 to 4")
        .doesNotContain("Epoch")
        .doesNotContain("Test, ");
    assertThat(Files.readAllBytes(folder.weights())).isEqualTo(weights);
  }

  @Test
  @Order(4)
  void anyLayerCanBeExplainedAndAnUnknownOneIsNamed() {
    assertThat(run("explain", "--layer", "block4_conv2").code).isZero();

    Run run = run("explain", "--layer", "block4_conf2");

    assertThat(run.code).isEqualTo(1);
    assertThat(run.err).contains("block4_conf2").contains("block4_conv2");
  }

  @Test
  @Order(5)
  void photosOfOnesOwnAreExplained() throws IOException {
    Path photo = place.resolve("data/val/n03028079/photo-2-0.png");

    Run run = run("explain", "--photos", photo.toString());

    assertThat(run.code).isZero();
    Path figure = new RunFolder(place.resolve("run")).ownFigure();
    assertThat(ImageIO.read(figure.toFile()).getWidth()).isGreaterThan(300);
  }

  @Test
  @Order(6)
  void otherSettingsTrainAnotherNetwork() {
    Run run = run("train", "--label-smoothing", "0.2");

    assertThat(run.code).isZero();
    assertThat(run.out).contains("Epoch 1 of 1").doesNotContain("Blocks 1 to 4");
  }

  @Test
  @Order(7)
  void aNetworkThatIsNotSavedForAllEnginesIsNotEvaluatedAsTheLastOne() throws IOException {
    RunFolder folder = new RunFolder(place.resolve("run"));
    Files.delete(folder.archive());
    Files.createDirectory(folder.archive());

    Run run = run("train", "--label-smoothing", "0.3");

    assertThat(run.code).isEqualTo(1);
    assertThat(run.err).contains(folder.archive().toString());
    assertThat(run("evaluate").err).contains("Run the step train first");
    Files.delete(folder.archive());
    assertThat(run("train", "--label-smoothing", "0.3").code).isZero();
    assertThat(run("evaluate").out).contains("PyTorch and TensorFlow: 0 of 20 photos differ");
  }

  @Test
  @Order(8)
  void anUnknownLayerIsNamedBeforeThePhotosAreLookedAt() throws IOException {
    Files.delete(new RunFolder(place.resolve("run")).predictions().resolve("PyTorch.csv"));

    Run run = run("evaluate", "--layer", "block9_conv1");

    assertThat(run.code).isEqualTo(1);
    assertThat(run.err).contains("block9_conv1");
    assertThat(run.out).doesNotContain("Test, ");
  }

  @Test
  @Order(9)
  void aFileThatIsGoneIsSavedAgain() throws IOException {
    RunFolder folder = new RunFolder(place.resolve("run"));
    Files.delete(folder.archive());
    Files.delete(folder.predictions().resolve("Deeplearning4j.csv"));

    Run run = run("evaluate");

    assertThat(run.code).isEqualTo(1);
    assertThat(run.err).contains(folder.archive().toString()).contains("Run the step train");
    assertThat(run("train", "--label-smoothing", "0.3").out).contains("trained already");
    assertThat(run("evaluate").code).isZero();
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    assertThat(run("train", "--epochs", "0").err).contains("--epochs is 0").contains("at least 1");
    assertThat(run("train", "--device", "gpu").err).contains("GPU").contains("--device");
    assertThat(run("prepare", "--data", place.resolve("nowhere").toString()).err)
        .contains("nowhere");
    assertThat(run("prepare", "--out", place.resolve("weights.h5").toString()).err)
        .contains("Cannot make")
        .contains("FileAlreadyExists");
    assertThat(run("train", "--fine-tune", "block9").code).isEqualTo(2);
    assertThat(run("fly").code).isEqualTo(2);
  }

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(args));
    add(all, "--data", place.resolve("data").toString());
    add(all, "--weights", place.resolve("weights.h5").toString());
    add(all, "--out", place.resolve("run").toString());
    add(all, "--epochs", "1");
    add(all, "--runs", "1");
    add(all, "--batch", "8");
    CommandLine command =
        Main.commandLine(new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false));
    command.setErr(new PrintWriter(err));
    int code = command.execute(all.toArray(String[]::new));
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString());
  }

  private static void add(List<String> args, String name, String value) {
    if (!args.contains(name)) {
      args.add(name);
      args.add(value);
    }
  }

  private record Run(int code, String out, String err) {}
}
