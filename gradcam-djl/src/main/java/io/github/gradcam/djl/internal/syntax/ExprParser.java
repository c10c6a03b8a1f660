package io.github.gradcam.djl.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one expression, or the two sides of an assignment, from a line of source. */
final class ExprParser {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:([\"'])|([A-Za-z_]\\w*)"
              + "|((?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?j?)"
              + "|([-()\\[\\]{}.,:=]))");
  private static final int DEEPEST = 200;

  private final String line;
  private final List<String> tokens = new ArrayList<>();
  private int next;
  private int depth;

  ExprParser(String line) {
    this.line = line;
    Matcher matcher = TOKEN.matcher(line);
    int at = 0;
    int end = line.stripTrailing().length();
    while (at < end) {
      if (!matcher.region(at, end).lookingAt()) {
        throw new SourceException(line);
      }
      at = matcher.group(1) == null ? matcher.end() : endOfString(matcher.start(1));
      tokens.add(line.substring(matcher.start(), at).strip());
    }
  }

  private int endOfString(int start) {
    int at = start + 1;
    while (at < line.length() && line.charAt(at) != line.charAt(start)) {
      at += line.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= line.length()) {
      throw new SourceException(line);
    }
    return at + 1;
  }

  /** The whole line as one expression. */
  Expr whole() {
    Expr expr = expression();
    end();
    return expr;
  }

  /** Expressions separated by commas until the sign, which is read too. */
  List<Expr> listUntil(String sign) {
    List<Expr> items = new ArrayList<>();
    while (!sign.equals(peek())) {
      items.add(expression());
      if (",".equals(peek())) {
        next++;
      }
    }
    next++;
    return items;
  }

  /** Reads a sign that must come now. */
  void skip(String sign) {
    if (!sign.equals(peek())) {
      throw new SourceException(line);
    }
    next++;
  }

  void end() {
    if (next != tokens.size()) {
      throw new SourceException(line);
    }
  }

  Expr expression() {
    if (++depth > DEEPEST) {
      throw new SourceException(line);
    }
    Expr expr = primary();
    while (true) {
      String sign = peek();
      if (".".equals(sign)) {
        next++;
        expr = new Expr.Member(expr, take());
      } else if ("(".equals(sign)) {
        next++;
        expr = new Expr.Call(expr, arguments());
      } else if ("[".equals(sign)) {
        next++;
        expr = new Expr.Index(expr, listUntil("]"));
      } else {
        depth--;
        return expr;
      }
    }
  }

  private List<Expr> arguments() {
    List<Expr> items = new ArrayList<>();
    while (!")".equals(peek())) {
      Expr item = expression();
      if ("=".equals(peek())) {
        next++;
        item = new Expr.Pair(item, "=", expression());
      }
      items.add(item);
      comma(")");
    }
    next++;
    return items;
  }

  private Expr primary() {
    String token = take();
    return switch (token) {
      case "(", "[", "{" -> group(token.charAt(0));
      case "-" -> new Expr.Minus(expression());
      case ")", "]", "}", ".", ",", ":", "=" -> throw new SourceException(line);
      default -> new Expr.Atom(token);
    };
  }

  private Expr group(char open) {
    String close = String.valueOf(closing(open));
    List<Expr> items = new ArrayList<>();
    boolean comma = false;
    while (!close.equals(peek())) {
      Expr item = expression();
      if (":".equals(peek())) {
        next++;
        item = new Expr.Pair(item, ": ", expression());
      }
      items.add(item);
      comma = comma(close);
    }
    next++;
    return new Expr.Group(open, items, comma);
  }

  private boolean comma(String close) {
    if (",".equals(peek())) {
      next++;
      return true;
    } else if (close.equals(peek())) {
      return false;
    }
    throw new SourceException(line);
  }

  String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private String take() {
    if (next == tokens.size()) {
      throw new SourceException(line);
    }
    return tokens.get(next++);
  }

  static char closing(char open) {
    return switch (open) {
      case '(' -> ')';
      case '[' -> ']';
      default -> '}';
    };
  }
}
