package io.github.gradcam.examples.vgg16.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagenetteTest {

  @TempDir private Path folder;

  @Test
  void trainIsDividedInEveryClassAndValIsTheTest() throws IOException {
    ImagenetteFixture.create(folder, 20, 3);

    Imagenette photos = Imagenette.open(folder, OptionalInt.empty(), 1);

    assertThat(perClass(photos.training())).hasSize(10).allSatisfy((label, n) -> is(n, 17));
    assertThat(perClass(photos.validation())).hasSize(10).allSatisfy((label, n) -> is(n, 3));
    assertThat(perClass(photos.test())).hasSize(10).allSatisfy((label, n) -> is(n, 3));
    assertThat(names(photos.all())).hasSize(230).doesNotHaveDuplicates();
    assertThat(photos.test()).allSatisfy(photo -> assertThat(photo.name()).contains("_val_"));
  }

  @Test
  void photosAreNamedByTheirFolderAndInOrder() throws IOException {
    ImagenetteFixture.create(folder, 20, 3);

    Imagenette photos = Imagenette.open(folder, OptionalInt.empty(), 1);

    for (PhotoFile photo : photos.all()) {
      assertThat(photo.file()).exists();
      assertThat(photo.file().toString().replace('\\', '/')).endsWith("/" + photo.name());
      assertThat(photo.name()).startsWith(ImagenetteClass.ALL.get(photo.label()).wnid() + "/");
    }
    for (List<PhotoFile> part : List.of(photos.training(), photos.validation(), photos.test())) {
      assertThat(names(part)).isSortedAccordingTo(Comparator.naturalOrder());
    }
  }

  /**
   * Which of 20 photos are held for validation with the seed 7, class by class: from a program in
   * another language that follows the documentation of {@code Random} and {@code shuffle}.
   */
  @Test
  void divisionIsTheSameEverywhere() throws IOException {
    ImagenetteFixture.create(folder, 20, 1);

    int[][] held = {
      {12, 15, 16}, {4, 10, 13}, {7, 9, 16}, {0, 13, 15}, {3, 16, 18},
      {6, 14, 16}, {5, 11, 12}, {4, 5, 15}, {1, 10, 19}, {3, 8, 11}
    };
    List<String> expected = new ArrayList<>();
    for (int label = 0; label < held.length; label++) {
      String wnid = ImagenetteClass.ALL.get(label).wnid();
      for (int index : held[label]) {
        expected.add(String.format(Locale.ROOT, "%s/%s_train_%03d.JPEG", wnid, wnid, index));
      }
    }

    assertThat(held(7)).isEqualTo(expected);
    assertThat(held(8)).isNotEqualTo(expected);
  }

  @Test
  void orderInWhichFilesWereMadeDoesNotMatter() throws IOException {
    ImagenetteFixture.create(folder.resolve("a"), 10, 2);
    ImagenetteFixture.create(folder.resolve("b"), 10, 2);
    Path first = folder.resolve("b/train/n01440764/n01440764_train_000.JPEG");
    byte[] bytes = Files.readAllBytes(first);
    Files.delete(first);
    Files.write(first, bytes);

    assertThat(names(Imagenette.open(folder.resolve("b"), OptionalInt.empty(), 5).training()))
        .isEqualTo(names(Imagenette.open(folder.resolve("a"), OptionalInt.empty(), 5).training()));
  }

  @Test
  void fewerPhotosArePartOfMore() throws IOException {
    ImagenetteFixture.create(folder, 30, 12);
    Imagenette all = Imagenette.open(folder, OptionalInt.empty(), 3);

    for (int limit : new int[] {2, 3, 7, 10, 20, 29, 30, 31}) {
      Imagenette some = Imagenette.open(folder, OptionalInt.of(limit), 3);

      assertThat(names(all.training())).containsAll(names(some.training()));
      assertThat(names(all.validation())).containsAll(names(some.validation()));
      assertThat(names(all.test())).containsAll(names(some.test()));
      assertThat(some.training().size() + some.validation().size())
          .isEqualTo(10 * Math.min(limit, 30));
      assertThat(some.test()).hasSize(10 * Math.min(limit, 12));
      assertThat(some.validation()).isNotEmpty();
    }
    assertThat(Imagenette.open(folder, OptionalInt.of(31), 3)).isEqualTo(all);
  }

  /** A chosen few are from everywhere among the names, not their beginning. */
  @Test
  void fewerPhotosAreChosenAtRandom() throws IOException {
    ImagenetteFixture.create(folder, 2, 40);

    List<String> chosen = names(Imagenette.open(folder, OptionalInt.of(10), 3).test());

    Set<String> firstTen =
        IntStream.range(0, 10).mapToObj("_val_%03d.JPEG"::formatted).collect(Collectors.toSet());
    long early =
        chosen.stream()
            .filter(name -> firstTen.contains(name.substring(name.indexOf("_val"))))
            .count();
    assertThat(chosen).hasSize(100);
    assertThat(early).isBetween(10L, 45L); // 25 are to be expected
  }

  @Test
  void whatIsNoPhotoIsSkipped() throws IOException {
    ImagenetteFixture.create(folder, 5, 1);
    Path tench = folder.resolve("val/n01440764");
    for (String name : List.of(".DS_Store", "._x.JPEG", "Thumbs.db", "notes.txt", "a\nb.JPEG")) {
      Files.writeString(tench.resolve(name), "no photo");
    }
    Files.createDirectories(tench.resolve("folder.JPEG"));
    Files.createDirectories(folder.resolve("val/n99999999"));

    assertThat(Imagenette.open(folder, OptionalInt.empty(), 1).test()).hasSize(10);
  }

  @Test
  void folderInWhichTheArchiveWasUnpackedIsTakenToo() throws IOException {
    ImagenetteFixture.create(folder.resolve("imagenette2-320"), 2, 1);

    assertThat(Imagenette.open(folder, OptionalInt.empty(), 1).all()).hasSize(30);
  }

  @Test
  void missingFolderIsNamed() {
    assertThatThrownBy(() -> open(folder.resolve("none")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("There is no folder")
        .hasMessageContaining("none");
  }

  @Test
  void folderWithoutTrainAndValSaysWhatItHolds() throws IOException {
    Files.createDirectories(folder.resolve("holiday"));

    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("holds holiday, but")
        .hasMessageContaining("train and val");
  }

  @Test
  void missingClassIsNamed() throws IOException {
    ImagenetteFixture.create(folder, 2, 1);
    delete(folder.resolve("val/n03445777"));

    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("val holds n01440764, ")
        .hasMessageContaining("but no folder n03445777 (golf ball)");
  }

  @Test
  void emptyClassIsNamed() throws IOException {
    ImagenetteFixture.create(folder, 2, 1);
    delete(folder.resolve("val/n03445777"));
    Files.createDirectories(folder.resolve("val/n03445777"));

    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("n03445777 holds 0 photos")
        .hasMessageContaining("at least 1 was expected");
  }

  @Test
  void onePhotoToTrainWithCannotBeDivided() throws IOException {
    ImagenetteFixture.create(folder, 1, 1);

    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("holds 1 photos")
        .hasMessageContaining("at least 2 were expected");
    assertThatThrownBy(() -> Imagenette.open(folder, OptionalInt.of(1), 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("limit of 1");
  }

  private static Imagenette open(Path folder) {
    return Imagenette.open(folder, OptionalInt.empty(), 1);
  }

  private List<String> held(long seed) {
    return names(Imagenette.open(folder, OptionalInt.empty(), seed).validation());
  }

  private static List<String> names(List<PhotoFile> photos) {
    return photos.stream().map(PhotoFile::name).toList();
  }

  private static Map<Integer, Long> perClass(List<PhotoFile> photos) {
    return photos.stream().collect(Collectors.groupingBy(PhotoFile::label, Collectors.counting()));
  }

  private static void is(long found, long expected) {
    assertThat(found).isEqualTo(expected);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
