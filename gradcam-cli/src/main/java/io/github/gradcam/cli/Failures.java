package io.github.gradcam.cli;

import io.github.gradcam.error.GradCamException;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.error.WriteException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in words what went wrong; a stack trace comes only with {@code --debug}. */
final class Failures implements IExecutionExceptionHandler {

  private static final String DEBUG = "--debug";

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (parsed.originalArgs().contains(DEBUG)) {
      failure.printStackTrace(err);
    } else if (failure instanceof GradCamException) {
      err.println("gradcam: " + failure.getMessage());
    } else {
      err.println(
          "gradcam: an error that nobody foresaw: " + failure + ". See it with " + DEBUG + ".");
    }
    err.flush();
    return code(failure);
  }

  private static int code(Exception failure) {
    return failure instanceof InvalidInputException
            || failure instanceof InvalidTargetException
            || failure instanceof UnknownLayerException
            || failure instanceof WriteException
        ? ExitCode.USAGE
        : ExitCode.MODEL;
  }
}
