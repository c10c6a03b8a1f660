package io.github.gradcam.examples.vgg16;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.evaluation.PredictionsException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailuresTest {

  @Test
  void whatTheEvaluationSaysIsForeseen() {
    assertThat(told(new PredictionsException("The predictions cannot be read. Move them away.")))
        .isEqualTo("gradcam-vgg16: The predictions cannot be read. Move them away.");
  }

  @Test
  void aFileThatFailsSaysWhy() {
    assertThat(told(new UncheckedIOException("Cannot write x", new IOException("No space left"))))
        .isEqualTo("gradcam-vgg16: Cannot write x (java.io.IOException: No space left)");
  }

  @Test
  void whatNobodyForesawSaysSo() {
    assertThat(told(new IllegalStateException("odd")))
        .contains("nobody foresaw")
        .contains("odd")
        .contains("--debug");
  }

  private static String told(Exception failure) {
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine(new Console(new PrintStream(OutputStream.nullOutputStream()), false));
    command.setErr(new PrintWriter(err));

    int code =
        new Failures().handleExecutionException(failure, command, command.parseArgs("explain"));

    assertThat(code).isEqualTo(1);
    return err.toString().strip();
  }
}
