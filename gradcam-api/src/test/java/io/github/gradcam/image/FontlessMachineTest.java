package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A JVM of its own whose fontconfig knows no font, as on a bare server. */
@EnabledOnOs(OS.LINUX)
class FontlessMachineTest {

  @Test
  void captionsNeedAFontAndSaySoAndPicturesNeedNone(@TempDir Path folder) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("fonts.conf"),
            "<?xml version=\"1.0\"?><fontconfig><dir>" + folder + "</dir></fontconfig>");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Duser.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            FontlessFigure.class.getName());
    java.environment().put("FONTCONFIG_FILE", config.toString());

    Process process = java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(said.lines().toList())
        .containsExactly(
            "io.github.gradcam.error.EngineException: This machine has no font to set captions in."
                + " Install fontconfig and a font (on Debian: fontconfig and fonts-dejavu-core), or"
                + " leave captions empty.",
            "208");
  }
}
