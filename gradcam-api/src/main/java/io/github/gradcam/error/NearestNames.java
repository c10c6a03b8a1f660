package io.github.gradcam.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names a person probably meant. */
public final class NearestNames {

  private static final int OFFERED = 5;

  private NearestNames() {}

  /**
   * The known names that are nearest to the one that was asked for.
   *
   * <p>A name that contains the other comes first, then the smallest edit distance (Levenshtein
   * 1966); ties keep the order of {@code known}.
   *
   * @param asked the name that does not exist
   * @param known the names that do
   * @return at most five names, best first
   */
  public static List<String> of(String asked, Collection<String> known) {
    String wanted = asked.toLowerCase(Locale.ROOT);
    return known.stream()
        .sorted(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))))
        .limit(OFFERED)
        .toList();
  }

  /**
   * A sentence that offers the names.
   *
   * @param nearest the names, best first
   * @return {@code Nearest: "a", "b".}, or that there are none
   */
  public static String sentence(List<String> nearest) {
    return nearest.isEmpty()
        ? "There are none."
        : nearest.stream().collect(Collectors.joining("\", \"", "Nearest: \"", "\"."));
  }

  private static int distance(String a, String b) {
    if (!a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a))) {
      return Math.abs(a.length() - b.length()) - Math.max(a.length(), b.length());
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
