package io.github.gradcam.djl.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the indented lines of a method's body. */
public final class BodyParser {

  private static final Pattern LOOP =
      Pattern.compile("(for [\\w, ]+ in|while|with|def) (.*?)( as \\w+)?:");

  private static final int DEEPEST = 400;

  private final List<String> lines;
  private int next;

  /** Prepares to read the lines of a body, which may be indented. */
  public BodyParser(List<String> lines) {
    this.lines = lines;
  }

  /** Reads the statements, or fails with a {@link SourceException}. */
  public List<Stmt> parse() {
    List<Stmt> body = block(lines.isEmpty() ? 0 : indent(lines.get(0)));
    if (next != lines.size()) {
      throw new SourceException(lines.get(next));
    }
    return body;
  }

  private List<Stmt> block(int indent) {
    if (indent > DEEPEST) {
      throw new SourceException(lines.get(next));
    }
    List<Stmt> block = new ArrayList<>();
    while (next < lines.size() && indent(lines.get(next)) == indent) {
      block.add(statement(lines.get(next++).strip(), indent));
    }
    return block;
  }

  private Stmt statement(String line, int indent) {
    if (line.startsWith("if ") && line.endsWith(":")) {
      Expr condition = new ExprParser(line.substring(3, line.length() - 1)).whole();
      List<Stmt> then = inner(indent);
      boolean more = next < lines.size() && indent(lines.get(next)) == indent;
      if (more && lines.get(next).strip().equals("else:")) {
        next++;
        return new Stmt.If(condition, then, inner(indent));
      }
      return new Stmt.If(condition, then, List.of());
    }
    Matcher loop = LOOP.matcher(line);
    if (line.endsWith(":") && loop.matches() && loop.group(3) == null) {
      return new Stmt.Loop(loop.group(1), new ExprParser(loop.group(2)).whole(), inner(indent));
    }
    if (line.endsWith(":")) {
      throw new SourceException(line);
    }
    return simple(line);
  }

  private List<Stmt> inner(int indent) {
    if (next == lines.size() || indent(lines.get(next)) <= indent) {
      throw new SourceException("an empty block");
    }
    return block(indent(lines.get(next)));
  }

  private static Stmt simple(String line) {
    if (line.equals("pass")
        || line.equals("return")
        || line.equals("break")
        || line.equals("continue")) {
      return new Stmt.Bare(line);
    }
    if (line.startsWith("return ")) {
      return new Stmt.Return(new ExprParser(line.substring(7)).whole());
    }
    ExprParser parser = new ExprParser(line);
    Expr first = parser.expression();
    List<Expr> targets = List.of(first);
    String sign = Stmt.Assign.SINGLE;
    switch (parser.peek()) {
      case "" -> {
        return new Stmt.Assign(List.of(), "", first);
      }
      case "," -> {
        parser = new ExprParser(line);
        targets = parser.listUntil("=");
        sign = Stmt.Assign.UNPACKED;
      }
      case ":" -> {
        parser.skip(":");
        sign = " : " + Printer.PLAIN.print(parser.expression()) + " = ";
        parser.skip("=");
      }
      default -> parser.skip("=");
    }
    Expr value = parser.expression();
    if (parser.peek().equals(",")) {
      List<Expr> values = new ArrayList<>(List.of(value));
      while (parser.peek().equals(",")) {
        parser.skip(",");
        values.add(parser.expression());
      }
      value = new Expr.Group(Expr.Group.NO_BRACKET, values, false);
      sign = Stmt.Assign.SINGLE;
    }
    parser.end();
    return new Stmt.Assign(targets, sign, value);
  }

  /** How many blanks a line begins with. */
  public static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
