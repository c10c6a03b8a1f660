package io.github.gradcam.djl.internal.syntax;

import java.util.List;

/** Prints statements as indented lines. */
public final class BodyPrinter {

  private final Printer printer;
  private final StringBuilder text = new StringBuilder();

  /** A printer of statements whose expressions another prints. */
  public BodyPrinter(Printer printer) {
    this.printer = printer;
  }

  /** The statements as lines, each behind so many blanks or more. */
  public String print(List<Stmt> body, int indent) {
    for (Stmt stmt : body) {
      print(stmt, indent);
    }
    return text.toString();
  }

  private void print(Stmt stmt, int indent) {
    if (stmt instanceof Stmt.Assign assign) {
      String targets =
          assign.targets().isEmpty() ? "" : Printer.PLAIN.list(assign.targets()) + assign.sign();
      line(indent, targets + printer.print(assign.value()));
    } else if (stmt instanceof Stmt.Return done) {
      line(indent, "return " + printer.print(done.value()));
    } else if (stmt instanceof Stmt.Bare bare) {
      line(indent, bare.text());
    } else if (stmt instanceof Stmt.If branch) {
      line(indent, "if " + printer.print(branch.condition()) + ":");
      print(branch.then(), indent + 2);
      if (!branch.otherwise().isEmpty()) {
        line(indent, "else:");
        print(branch.otherwise(), indent + 2);
      }
    } else if (stmt instanceof Stmt.Loop loop) {
      line(indent, loop.opening() + " " + printer.print(loop.header()) + ":");
      print(loop.body(), indent + 2);
    }
  }

  private void line(int indent, String content) {
    text.append(" ".repeat(indent)).append(content).append('\n');
  }
}
