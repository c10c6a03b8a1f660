package io.github.gradcam.dl4j.hostile;

import io.github.gradcam.trials.Bytes;
import io.github.gradcam.trials.Entries;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which a network's zip or a Keras file is damaged. */
enum Mutation {
  /** Bytes of the zip itself. */
  ZIP(Kind.ZIP) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) {
      return random.nextInt(4) == 0
          ? Bytes.spliced(whole, other, random)
          : Bytes.damaged(whole, random);
    }
  },
  /** Entries in another order, some of them missing, renamed, or exchanged with one another. */
  ENTRIES(Kind.ZIP) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return Entries.zipped(shuffled(Entries.of(whole), Entries.of(other), random));
    }
  },
  /** Numbers of the configuration. */
  NUMBERS(Kind.ZIP) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(whole, CONFIGURATION, json -> Drafts.numbers(json, random));
    }
  },
  /** Names, classes and constants of the configuration. */
  TEXTS(Kind.ZIP) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(whole, CONFIGURATION, json -> Drafts.texts(json, random));
    }
  },
  /** Values of the configuration that are missing, or of another kind. */
  VALUES(Kind.ZIP) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(whole, CONFIGURATION, json -> Drafts.values(json, random));
    }
  },
  /** Characters of the configuration. */
  CHARACTERS(Kind.ZIP) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(whole, CONFIGURATION, json -> Bytes.damaged(json, random));
    }
  },
  /** What stands before the weights. */
  HEADER(Kind.ZIP) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(
          whole,
          COEFFICIENTS,
          bytes -> {
            int head = Math.min(bytes.length, 100);
            byte[] damaged = Bytes.damaged(Arrays.copyOf(bytes, head), random);
            byte[] joined = Arrays.copyOf(damaged, damaged.length + bytes.length - head);
            System.arraycopy(bytes, head, joined, damaged.length, bytes.length - head);
            return joined;
          });
    }
  },
  /** The weights: other bytes, and numbers that no network should have. */
  WEIGHTS(Kind.ZIP) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) throws IOException {
      return changed(whole, COEFFICIENTS, bytes -> weights(bytes, random));
    }
  },
  /** Bytes of a Keras file. */
  HDF5(Kind.HDF5) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) {
      return random.nextInt(4) == 0
          ? Bytes.spliced(whole, other, random)
          : Bytes.damaged(whole, random);
    }
  },
  /** Bytes of a Keras file, more here and there: what it says of itself, and the weights. */
  HDF5_RUNS(Kind.HDF5) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) {
      return Bytes.overwritten(Bytes.overwritten(whole, random), random);
    }
  },
  /** Numbers and words of the description in a Keras file, each by one as long. */
  DESCRIPTION(Kind.HDF5) {
    @Override
    byte[] of(byte[] whole, byte[] other, Random random) {
      return described(whole, random);
    }
  };

  /** What is damaged. */
  enum Kind {
    ZIP,
    HDF5
  }

  /** A change of an entry. */
  private interface Change {
    byte[] of(byte[] bytes) throws IOException;
  }

  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";

  /** Behind the header. */
  private static final int NUMBERS_FROM = 100;

  private static final float[] ODD = {
    Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, Float.MIN_VALUE, 0
  };

  private static final Pattern TOKEN = Pattern.compile("\\d+|[A-Za-z_]\\w*");

  private final Kind kind;

  Mutation(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /**
   * A damaged file.
   *
   * @param whole the file
   * @param other another one of its kind
   * @param random where chance comes from
   */
  abstract byte[] of(byte[] whole, byte[] other, Random random) throws IOException;

  private static byte[] changed(byte[] whole, String entry, Change change) throws IOException {
    Map<String, byte[]> entries = Entries.of(whole);
    entries.put(entry, change.of(entries.get(entry)));
    return Entries.zipped(entries);
  }

  private static Map<String, byte[]> shuffled(
      Map<String, byte[]> entries, Map<String, byte[]> others, Random random) {
    List<String> names = new ArrayList<>(entries.keySet());
    Collections.shuffle(names, random);
    String first = names.get(0);
    Map<String, byte[]> result = new LinkedHashMap<>();
    names.forEach(name -> result.put(name, entries.get(name)));
    switch (random.nextInt(4)) {
      case 0 -> result.remove(first);
      case 1 -> result.put(first, others.getOrDefault(first, new byte[0]));
      case 2 -> result.put(first, entries.get(names.get(1)));
      default -> result.put(first + random.nextInt(10), result.remove(first));
    }
    return result;
  }

  private static byte[] weights(byte[] bytes, Random random) {
    if (random.nextBoolean()) {
      return Bytes.overwritten(bytes, random);
    }
    byte[] changed = bytes.clone();
    float odd = ODD[random.nextInt(ODD.length)];
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      int at = bytes.length - 4 * (1 + random.nextInt((bytes.length - NUMBERS_FROM) / 4));
      ByteBuffer.wrap(changed).putFloat(at, odd);
    }
    return changed;
  }

  private static byte[] described(byte[] whole, Random random) {
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int from = text.indexOf("{\"class_name\": \"");
    int to = text.indexOf('\0', from);
    List<int[]> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text).region(from, to);
    while (matcher.find()) {
      tokens.add(new int[] {matcher.start(), matcher.end()});
    }
    StringBuilder changed = new StringBuilder(text);
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      int[] place = tokens.get(random.nextInt(tokens.size()));
      int length = place[1] - place[0];
      if (Character.isDigit(text.charAt(place[0]))) {
        for (int at = place[0]; at < place[1]; at++) {
          changed.setCharAt(at, (char) ('0' + random.nextInt(10)));
        }
      } else {
        List<int[]> alike = tokens.stream().filter(token -> token[1] - token[0] == length).toList();
        int[] other = alike.get(random.nextInt(alike.size()));
        changed.replace(place[0], place[1], text.substring(other[0], other[1]));
      }
    }
    return changed.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
