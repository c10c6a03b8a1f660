package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.syntax.BodyParser;
import io.github.gradcam.djl.internal.syntax.BodyPrinter;
import io.github.gradcam.djl.internal.syntax.Expr;
import io.github.gradcam.djl.internal.syntax.Printer;
import io.github.gradcam.djl.internal.syntax.SourceException;
import io.github.gradcam.djl.internal.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns what a trace in training mode has written as constants into evaluation mode.
 *
 * <p>A scripted module asks its {@code training} attribute, which the engine can set. A traced one
 * holds {@code True} as an argument of the operator; and its count of batches goes up at every
 * pass.
 */
final class EvaluationMode {

  private static final int NORM_MEAN = 3;
  private static final int NORM_TRAINING = 5;
  private static final int DROPOUT_TRAINING = 2;

  private EvaluationMode() {}

  /** The text of a file of source, in evaluation mode. */
  static String of(String text) {
    return text.lines().map(EvaluationMode::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(String line) {
    if (!line.contains("torch.batch_norm(")
        && !line.contains("dropout")
        && !line.contains("torch.add_(num_batches_tracked")) {
      return line;
    }
    List<Stmt> parsed;
    try {
      parsed = new BodyParser(List.of(line)).parse();
    } catch (SourceException notUnderstood) {
      return line;
    }
    Printer printer = new Printer(EvaluationMode::changed);
    return new BodyPrinter(printer).print(parsed, BodyParser.indent(line)).stripTrailing();
  }

  private static Optional<String> changed(Expr expr) {
    if (!(expr instanceof Expr.Call call)) {
      return Optional.empty();
    }
    List<Expr> arguments = call.arguments();
    return switch (call.callee().dotted()) {
      case "torch.batch_norm" ->
          isTrue(arguments, NORM_TRAINING) && !isNone(arguments.get(NORM_MEAN))
              ? Optional.of(switchedOff(call, NORM_TRAINING))
              : Optional.empty();
      case "torch.dropout",
          "torch.dropout_",
          "torch.feature_dropout",
          "torch.feature_dropout_",
          "torch.alpha_dropout",
          "torch.alpha_dropout_" ->
          isTrue(arguments, DROPOUT_TRAINING)
              ? Optional.of(switchedOff(call, DROPOUT_TRAINING))
              : Optional.empty();
      case "torch.add_" ->
          !arguments.isEmpty() && arguments.get(0).dotted().startsWith("num_batches_tracked")
              ? Optional.of("torch.add(" + Printer.PLAIN.list(arguments) + ")")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String switchedOff(Expr.Call call, int index) {
    List<Expr> arguments = new ArrayList<>(call.arguments());
    arguments.set(index, new Expr.Atom("False"));
    return new Printer(EvaluationMode::changed)
        .print(new Expr.Call(call.callee(), List.copyOf(arguments)));
  }

  private static boolean isTrue(List<Expr> arguments, int index) {
    return index < arguments.size() && arguments.get(index).dotted().equals("True");
  }

  private static boolean isNone(Expr expr) {
    return expr.dotted().equals("None");
  }
}
