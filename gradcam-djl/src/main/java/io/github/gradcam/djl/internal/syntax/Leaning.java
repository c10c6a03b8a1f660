package io.github.gradcam.djl.internal.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which classes and functions of an archive lean on which others. PyTorch imports one while it
 * imports the other, so a chain of thousands ends the process.
 */
final class Leaning {

  private static final int DEEPEST = 60;
  private static final Pattern HEAD = Pattern.compile("(?:class|def) (\\w+)\\(");
  private static final Pattern MENTION = Pattern.compile("__torch__(?:\\.\\w+)+");

  private final Map<String, Set<String>> leans = new LinkedHashMap<>();

  /** Fails with a {@link SourceException} if a chain is too long, or leads back to itself. */
  static void check(Map<String, String> texts) {
    Leaning leaning = new Leaning();
    texts.forEach((module, text) -> leaning.declare(module, text));
    texts.forEach((module, text) -> leaning.learn(module, text));
    leaning.check();
  }

  private void declare(String module, String text) {
    text.lines()
        .map(HEAD::matcher)
        .filter(Matcher::lookingAt)
        .forEach(head -> leans.put(module + "." + head.group(1), new HashSet<>()));
  }

  private void learn(String module, String text) {
    String name = "";
    for (String line : text.lines().toList()) {
      Matcher head = HEAD.matcher(line);
      if (head.lookingAt()) {
        name = module + "." + head.group(1);
      }
      Matcher mention = MENTION.matcher(line);
      while (mention.find() && !name.isEmpty()) {
        String other = declared(mention.group());
        if (!other.isEmpty() && !other.equals(name)) {
          leans.computeIfAbsent(name, n -> new HashSet<>()).add(other);
        }
      }
    }
  }

  /** What is declared under a name, or under what it begins with. */
  private String declared(String mention) {
    String name = mention;
    while (!name.isEmpty() && !leans.containsKey(name)) {
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return name;
  }

  private void check() {
    Map<String, Integer> depths = new HashMap<>();
    for (String start : leans.keySet()) {
      if (!depths.containsKey(start)) {
        measure(start, depths);
      }
    }
  }

  /** Goes down from a name without recursion, which the file must not make deep. */
  private void measure(String start, Map<String, Integer> depths) {
    Deque<Visit> way = new ArrayDeque<>(List.of(visit(start)));
    Set<String> underWay = new HashSet<>(Set.of(start));
    while (!way.isEmpty()) {
      Visit visit = way.getLast();
      if (visit.rest.hasNext()) {
        String other = visit.rest.next();
        if (!underWay.add(other)) {
          throw new SourceException(other + " and " + visit.name + " need each other");
        } else if (depths.containsKey(other)) {
          underWay.remove(other);
        } else {
          way.addLast(visit(other));
        }
      } else {
        way.removeLast();
        underWay.remove(visit.name);
        int depth = 1;
        for (String other : leans.getOrDefault(visit.name, Set.of())) {
          depth = Math.max(depth, 1 + depths.getOrDefault(other, 0));
        }
        if (depth > DEEPEST) {
          throw new SourceException(
              visit.name + " leans on more than " + DEEPEST + " others, one upon the other");
        }
        depths.put(visit.name, depth);
      }
    }
  }

  private Visit visit(String name) {
    return new Visit(name, new ArrayList<>(leans.getOrDefault(name, Set.of())).iterator());
  }

  private record Visit(String name, Iterator<String> rest) {}
}
