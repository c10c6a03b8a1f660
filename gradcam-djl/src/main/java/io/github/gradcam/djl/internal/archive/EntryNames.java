package io.github.gradcam.djl.internal.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names the entries of an archive may have. */
final class EntryNames {

  private static final Pattern SOURCE =
      Pattern.compile("code/(?:[A-Za-z_][A-Za-z0-9_]*/)*[A-Za-z_][A-Za-z0-9_]*\\.py");
  private static final int LONGEST = 1000;
  private static final int LONGEST_SHOWN = 80;

  private EntryNames() {}

  /** Fails if names leave the archive, occur twice, or could not be names of files. */
  static void check(List<String> names) throws ArchiveException {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      boolean safe =
          name.length() <= LONGEST
              && !name.startsWith("/")
              && name.indexOf('\\') < 0
              && name.indexOf(':') < 0
              && name.chars().noneMatch(Character::isISOControl)
              && !List.of(name.split("/", -1)).contains("..");
      if (!safe) {
        throw new ArchiveException("it has an entry with the name \"" + shown(name) + "\"");
      } else if (!seen.add(name)) {
        throw new ArchiveException("it has two entries with the name \"" + shown(name) + "\"");
      }
    }
  }

  /** Fails if a file of source has a name that is none of a module: it becomes a name in code. */
  static void checkSource(String name) throws ArchiveException {
    if (!SOURCE.matcher(name).matches()) {
      throw new ArchiveException("its source has a file with the name \"" + shown(name) + "\"");
    }
  }

  /** A name without what would spoil a message. */
  static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(LONGEST_SHOWN)
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown + (name.length() > LONGEST_SHOWN ? "…" : "");
  }
}
