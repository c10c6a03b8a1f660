package io.github.gradcam.djl.hostile;

import io.github.gradcam.trials.Bytes;
import io.github.gradcam.trials.Entries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which an archive is damaged. */
enum Mutation {
  /** Single bits of the file. */
  BITS {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) {
      return Bytes.flipped(whole, random);
    }
  },
  /** A run of bytes of the file: other ones, zeros, or a copy from elsewhere in it. */
  RUN {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) {
      return Bytes.overwritten(whole, random);
    }
  },
  /** An end that is missing. */
  CUT {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) {
      return Bytes.cut(whole, random);
    }
  },
  /** The beginning of one archive and the end of another. */
  SPLICE {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) {
      return Bytes.spliced(whole, other, random);
    }
  },
  /** Entries in another order, some of them missing, renamed, or exchanged with one another. */
  ENTRIES {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return Entries.zipped(shuffled(Entries.of(whole), random));
    }
  },
  /** Entries of two networks in one archive. */
  MIX {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return Entries.zipped(mixed(Entries.of(whole), Entries.of(other), random));
    }
  },
  /** Characters of the source, in an archive that is whole. */
  TEXT {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(whole, random, ".py", bytes -> text(bytes, random));
    }
  },
  /** Numbers and names of the source. */
  TOKENS {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(whole, random, ".py", bytes -> tokens(bytes, random));
    }
  },
  /** Lines of the source. */
  LINES {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(whole, random, ".py", bytes -> lines(bytes, random));
    }
  },
  /** Bytes of a pickle, in an archive that is whole. */
  PICKLE {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(
          whole,
          random,
          ".pkl",
          bytes ->
              random.nextBoolean()
                  ? Bytes.flipped(bytes, random)
                  : Bytes.overwritten(bytes, random));
    }
  },
  /** The numbers in a pickle: lengths, strides, offsets, settings. */
  PICKLED_NUMBERS {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(whole, random, ".pkl", bytes -> numbers(bytes, random));
    }
  },
  /** The weights. */
  WEIGHTS {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(whole, random, "", bytes -> Bytes.overwritten(bytes, random));
    }
  };

  private static final Pattern TOKEN = Pattern.compile("\\d+|[A-Za-z_]\\w*");
  private static final List<String> NUMBERS =
      List.of("0", "1", "2", "3", "7", "255", "65536", "2147483647", "9223372036854775807");

  /** A change of some bytes. */
  interface Change {
    byte[] of(byte[] bytes);
  }

  /**
   * A damaged archive.
   *
   * @param whole the archive
   * @param other another archive
   * @param random where chance comes from
   */
  abstract byte[] of(byte[] whole, byte[] other, Random random) throws IOException;

  private static byte[] changed(byte[] whole, Random random, String ending, Change change)
      throws IOException {
    Map<String, byte[]> entries = Entries.of(whole);
    List<String> names =
        entries.keySet().stream()
            .filter(name -> ending.isEmpty() ? name.matches(".*/\\d+") : name.endsWith(ending))
            .toList();
    for (int i = 1 + random.nextInt(2); i > 0 && !names.isEmpty(); i--) {
      entries.computeIfPresent(
          names.get(random.nextInt(names.size())), (name, bytes) -> change.of(bytes));
    }
    return Entries.zipped(entries);
  }

  private static byte[] text(byte[] source, Random random) {
    StringBuilder text = new StringBuilder(new String(source, StandardCharsets.UTF_8));
    for (int i = 1 + random.nextInt(3); i > 0 && text.length() > 10; i--) {
      int from = random.nextInt(text.length() - 8);
      int copy = random.nextInt(text.length() - 8);
      text.replace(
          from,
          from + random.nextInt(8),
          random.nextInt(4) == 0
              ? String.valueOf("()[]{}\"'\\,.:=-+*\n\t#\u0000é".charAt(random.nextInt(21)))
              : text.substring(copy, copy + random.nextInt(8)));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] tokens(byte[] source, Random random) {
    String text = new String(source, StandardCharsets.UTF_8);
    List<int[]> places = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      return source;
    }
    int[] place = places.get(random.nextInt(places.size()));
    int[] other = places.get(random.nextInt(places.size()));
    String instead =
        Character.isDigit(text.charAt(place[0]))
            ? (random.nextBoolean() ? "" : "-") + NUMBERS.get(random.nextInt(NUMBERS.size()))
            : text.substring(other[0], other[1]);
    return (text.substring(0, place[0]) + instead + text.substring(place[1]))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] lines(byte[] source, Random random) {
    List<String> lines =
        new ArrayList<>(new String(source, StandardCharsets.UTF_8).lines().toList());
    if (lines.isEmpty()) {
      return source;
    }
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(other));
      case 2 -> Collections.swap(lines, at, other);
      default -> lines.set(at, "  " + lines.get(at));
    }
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] numbers(byte[] pickle, Random random) {
    byte[] bytes = pickle.clone();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == 'K') {
        places.add(i + 1);
      }
    }
    for (int i = 1 + random.nextInt(2); i > 0 && !places.isEmpty(); i--) {
      bytes[places.get(random.nextInt(places.size()))] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static Map<String, byte[]> shuffled(Map<String, byte[]> entries, Random random) {
    List<String> names = new ArrayList<>(entries.keySet());
    Collections.shuffle(names, random);
    Map<String, byte[]> result = new LinkedHashMap<>();
    int kind = random.nextInt(4);
    for (int i = 0; i < names.size(); i++) {
      byte[] bytes = entries.get(names.get(i));
      if (i > 0 || kind == 0) {
        result.put(names.get(i), bytes);
      } else if (kind == 1) {
        result.put(names.get(i) + random.nextInt(10), bytes);
      } else if (kind == 2) {
        result.put(names.get(i), entries.get(names.get(1)));
      }
    }
    return result;
  }

  private static Map<String, byte[]> mixed(
      Map<String, byte[]> entries, Map<String, byte[]> others, Random random) {
    String top = top(entries);
    String otherTop = top(others);
    others.forEach(
        (name, bytes) -> {
          if (random.nextInt(3) == 0 && name.startsWith(otherTop)) {
            entries.put(top + name.substring(otherTop.length()), bytes);
          }
        });
    return entries;
  }

  private static String top(Map<String, byte[]> entries) {
    String first = entries.keySet().iterator().next();
    return first.substring(0, first.indexOf('/') + 1);
  }
}
