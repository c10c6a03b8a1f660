package io.github.gradcam.examples.vgg16.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.examples.vgg16.data.PhotoFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sample")
class SampleTest {

  private static List<PhotoFile> photos(int label, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> label + "/" + i)
        .map(name -> new PhotoFile(Path.of(name), name, label))
        .toList();
  }

  @Test
  @DisplayName("has as many of each class, none twice, and all where there are fewer")
  void perClass() {
    List<PhotoFile> all = new ArrayList<>(photos(3, 50));
    all.addAll(photos(8, 4));
    List<PhotoFile> drawn = Sample.perClass(all, 10, 1);
    assertThat(drawn).doesNotHaveDuplicates().isSubsetOf(all);
    assertThat(drawn).filteredOn(photo -> photo.label() == 3).hasSize(10);
    assertThat(drawn).filteredOn(photo -> photo.label() == 8).hasSize(4);
  }

  @Test
  @DisplayName("is the seed's alone, not the order's")
  void seeded() {
    List<PhotoFile> all = new ArrayList<>(photos(0, 50));
    List<PhotoFile> drawn = Sample.perClass(all, 10, 7);
    Collections.reverse(all);
    assertThat(Sample.perClass(all, 10, 7)).isEqualTo(drawn);
    assertThat(Sample.perClass(all, 10, 8)).isNotEqualTo(drawn);
  }
}
