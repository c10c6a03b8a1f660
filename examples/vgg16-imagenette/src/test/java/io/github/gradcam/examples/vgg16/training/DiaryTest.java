package io.github.gradcam.examples.vgg16.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.examples.vgg16.evaluation.Accuracy;
import io.github.gradcam.examples.vgg16.network.NarrowVgg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiaryTest {

  private static final Epoch EPOCH = new Epoch(1, 1, 0.9, 0.8, new Accuracy(7, 10), 12);

  @TempDir Path folder;

  private Diary diary;

  @BeforeEach
  void begin() {
    diary = new Diary(folder);
  }

  @Test
  void whatWasWrittenIsThere() {
    Diary.Pages pages = new Diary.Pages(new Accuracy(6, 10), List.of(EPOCH));

    assertThat(diary.pages()).isEmpty();
    diary.head(NarrowVgg.weights(1));
    diary.pages(pages);

    assertThat(new Diary(folder).pages()).contains(pages);
    assertThat(new Diary(folder).head()).isEqualTo(NarrowVgg.weights(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"start\": {\"correct\": 1, \"total\": 2}}",
        "{\"start\": {\"correct\": 1, \"total\": 2}, \"epochs\": [{\"run\": 1}]}",
        "{\"start\": {\"correct\": \"many\", \"total\": 2}, \"epochs\": []}"
      })
  void damagedPagesSayWhatToDo(String text) throws IOException {
    Files.writeString(folder.resolve("training.json"), text);

    assertThatThrownBy(diary::pages)
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("training.json is damaged")
        .hasMessageContaining("Delete " + folder);
  }

  @Test
  void weightsThatAreGoneOrDamagedSayWhatToDo() throws IOException {
    assertThatThrownBy(diary::head)
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no start")
        .hasMessageContaining("Delete " + folder);

    diary.state(EPOCH, NarrowVgg.weights(1));
    Files.writeString(folder.resolve("run-1-epoch-1.safetensors"), "damaged");

    assertThatThrownBy(() -> diary.state(EPOCH))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("run-1-epoch-1.safetensors")
        .hasMessageContaining("Delete " + folder);
  }
}
