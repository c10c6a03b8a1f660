package io.github.gradcam.djl.internal.syntax;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file of TorchScript source: its classes, their attributes and methods. */
public final class SourceParser {

  private static final Pattern CLASS = Pattern.compile("class (\\w+)\\((\\w*)\\):");
  private static final Pattern ATTRIBUTE = Pattern.compile("  (\\w+) : (.+)");
  private static final Pattern ANNOTATION = Pattern.compile("  __annotations__\\[\"(.+)\"] = (.+)");

  private final String module;
  private final List<String> lines;
  private final List<TorchClass> classes = new ArrayList<>();
  private final Map<TorchClass, Integer> ends = new IdentityHashMap<>();
  private final List<Method> functions = new ArrayList<>();

  /**
   * Prepares to read.
   *
   * @param module the dotted name of the file
   * @param text its content
   */
  SourceParser(String module, String text) {
    this.module = module;
    this.lines = text.lines().toList();
  }

  Source parse() {
    int at = 0;
    while (at < lines.size()) {
      Matcher matcher = CLASS.matcher(lines.get(at));
      if (matcher.matches()) {
        at = classAt(matcher, at + 1);
      } else if (lines.get(at).startsWith("def ")) {
        int end = endOfBlock(at, "  ");
        method(lines.subList(at, end), 0).ifPresent(functions::add);
        at = end;
      } else {
        at++;
      }
    }
    return new Source(lines, classes, ends, functions);
  }

  private int classAt(Matcher header, int start) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Map<String, Method> methods = new LinkedHashMap<>();
    int at = start;
    while (at < lines.size() && lines.get(at).startsWith("  ")) {
      String line = lines.get(at);
      Matcher attribute = ATTRIBUTE.matcher(line);
      Matcher annotation = ANNOTATION.matcher(line);
      if (line.startsWith("  def ")) {
        int end = endOfBlock(at, "    ");
        method(lines.subList(at, end), 1).ifPresent(method -> methods.put(method.name(), method));
        at = end;
      } else {
        if (annotation.matches()) {
          attributes.put(annotation.group(1), annotation.group(2));
        } else if (attribute.matches()) {
          attributes.put(attribute.group(1), attribute.group(2));
        }
        at++;
      }
    }
    TorchClass found =
        new TorchClass(module + "." + header.group(1), header.group(2), attributes, methods);
    classes.add(found);
    ends.put(found, at);
    return at;
  }

  private int endOfBlock(int start, String indent) {
    int end = start + 1;
    while (end < lines.size() && lines.get(end).startsWith(indent)) {
      end++;
    }
    return end;
  }

  private static Optional<Method> method(List<String> lines, int selves) {
    StringBuilder signature = new StringBuilder(lines.get(0));
    int at = 1;
    while (signature.charAt(signature.length() - 1) != ':' && at < lines.size()) {
      signature.append(' ').append(lines.get(at++).strip());
    }
    Optional<List<Stmt>> body = body(lines.subList(at, lines.size()));
    return Signature.of(signature.toString()).map(found -> method(found, body, selves));
  }

  private static Method method(Signature signature, Optional<List<Stmt>> body, int selves) {
    List<String> params = splitAtCommas(signature.params());
    return new Method(
        signature.name(),
        selves == 0 || params.isEmpty() ? "" : params.get(0),
        params.stream().skip(selves).map(SourceParser::param).toList(),
        signature.returns(),
        body);
  }

  private static Optional<List<Stmt>> body(List<String> lines) {
    try {
      return Optional.of(new BodyParser(lines).parse());
    } catch (SourceException notUnderstood) {
      return Optional.empty();
    }
  }

  private static Method.Param param(String text) {
    int colon = text.indexOf(':');
    int equals = text.indexOf('=', Math.max(colon, 0));
    String type = text.substring(colon + 1, equals < 0 ? text.length() : equals).strip();
    return new Method.Param(
        text.substring(0, Math.max(colon, 0)).strip(),
        type,
        equals < 0 ? "" : text.substring(equals));
  }

  /** Splits at commas outside of brackets and strings. */
  public static List<String> splitAtCommas(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
        continue;
      }
      quoted ^= c == '"';
      if (quoted) {
        continue;
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (!text.substring(start).isBlank()) {
      parts.add(text.substring(start).strip());
    }
    return parts;
  }
}
