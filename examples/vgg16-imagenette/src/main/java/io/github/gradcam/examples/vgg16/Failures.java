package io.github.gradcam.examples.vgg16;

import io.github.gradcam.error.GradCamException;
import io.github.gradcam.examples.vgg16.data.DataException;
import io.github.gradcam.examples.vgg16.evaluation.PredictionsException;
import io.github.gradcam.examples.vgg16.network.WeightsException;
import io.github.gradcam.examples.vgg16.training.TrainingException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in words what went wrong; a stack trace comes only with {@code --debug}. */
final class Failures implements IExecutionExceptionHandler {

  private static final int FAILED = 1;
  private static final String DEBUG = "--debug";

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (parsed.originalArgs().contains(DEBUG)) {
      failure.printStackTrace(command.getErr());
    } else if (foreseen(failure)) {
      command.getErr().println("gradcam-vgg16: " + message(failure));
    } else {
      command
          .getErr()
          .println(
              "gradcam-vgg16: an error that nobody foresaw: "
                  + failure
                  + ". See it with "
                  + DEBUG
                  + ".");
    }
    command.getErr().flush();
    return FAILED;
  }

  /** A file's error says what could not be done; why is in its cause. */
  private static String message(Exception failure) {
    return failure instanceof UncheckedIOException
        ? failure.getMessage() + " (" + failure.getCause() + ")"
        : String.valueOf(failure.getMessage());
  }

  private static boolean foreseen(Exception failure) {
    return failure instanceof StudyException
        || failure instanceof DataException
        || failure instanceof WeightsException
        || failure instanceof TrainingException
        || failure instanceof PredictionsException
        || failure instanceof GradCamException
        || failure instanceof UncheckedIOException;
  }
}
