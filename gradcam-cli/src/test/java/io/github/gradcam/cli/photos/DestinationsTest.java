package io.github.gradcam.cli.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where results go")
class DestinationsTest {

  private static final Path OUT = Path.of("out");

  private static List<String> places(String... names) {
    List<FoundPhoto> photos =
        Stream.of(names).map(name -> new FoundPhoto(Path.of("in", name), Path.of(name))).toList();
    Destinations destinations = Destinations.inFolder(photos, OUT, photo -> ".png");
    return photos.stream().map(photo -> OUT.relativize(destinations.of(photo)).toString()).toList();
  }

  @Test
  @DisplayName("is as the photos lie below their folder")
  void below() {
    assertThat(places("a.jpg", "deep/b.jpeg", "deep/er/c", "x.y.jpg"))
        .containsExactly("a.png", "deep/b.png", "deep/er/c.png", "x.y.png");
  }

  @Test
  @DisplayName("is never one place for two photos, also where case is not told apart")
  void apart() {
    assertThat(places("a.jpg", "a.gif", "A.png"))
        .containsExactly("a.jpg.png", "a.gif.png", "A.png.png");
    assertThat(places("a.jpg", "a.jpg.jpg")).doesNotHaveDuplicates();
    assertThat(places("deep/.x/a.jpg", "deep/.x/b.jpg")).doesNotHaveDuplicates();
  }
}
