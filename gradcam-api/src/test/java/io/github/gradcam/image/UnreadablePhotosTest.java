package io.github.gradcam.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.gradcam.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadablePhotosTest {

  private static final Path PAGE = Path.of("../docs/reference/errors.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([^`]+\\.\\w+)` \\| [^|]+ \\| ([^|]+) \\|");

  /** A decoder's own words change with the JDK. */
  private static final Pattern QUOTED = Pattern.compile("decoder says \"[^\"]*\"");

  @ParameterizedTest
  @MethodSource("io.github.gradcam.image.Photos#unreadable")
  void anUnreadablePhotoIsAnErrorThatNamesIt(Path file) {
    assertThat(message(file)).startsWith(file.getFileName() + " ").endsWith(".");
  }

  @Test
  void thePageOfErrorsHasEachOfThemWithItsMessage() throws IOException {
    assumeFalse(Photos.havePlugins(), "The page says what comes without plug-ins.");
    Map<String, String> messages = new TreeMap<>();
    for (Path file : Photos.unreadable()) {
      messages.put(file.getFileName().toString(), unquoted(message(file)));
    }

    assertThat(rows(Files.readAllLines(PAGE))).isEqualTo(messages);
  }

  private static Map<String, String> rows(List<String> lines) {
    Map<String, String> rows = new TreeMap<>();
    for (String line : lines) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.put(row.group(1), unquoted(row.group(2)));
      }
    }
    return rows;
  }

  private static String message(Path file) {
    InvalidInputException error =
        catchThrowableOfType(InvalidInputException.class, () -> Images.read(file));
    return error.getMessage().replace(file.toString(), file.getFileName().toString());
  }

  private static String unquoted(String message) {
    return QUOTED.matcher(message).replaceAll("decoder says …");
  }
}
