package io.github.gradcam.cli.output;

import io.github.gradcam.cli.photos.Folders;
import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.Output;
import io.github.gradcam.cli.result.PhotoResult;
import io.github.gradcam.cli.result.ResultJson;
import io.github.gradcam.error.WriteException;
import io.github.gradcam.file.Draft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file of JSON objects, one a line for each photo, explained or not. */
public final class JsonFileOutput implements Output {

  private final Path file;
  private final ResultJson json;
  private final Draft draft;

  /**
   * Begins the file.
   *
   * @param file where it will lie, once the last photo is told of
   * @param json makes the objects
   * @throws WriteException if it cannot be written there
   */
  public JsonFileOutput(Path file, ResultJson json) {
    this.json = json;
    this.file = file;
    Folders.make(file.toAbsolutePath().getParent());
    this.draft = Draft.of(file);
  }

  @Override
  public Runnable prepare(FoundPhoto photo, PhotoResult result) {
    byte[] line = (json.line(result) + "\n").getBytes(StandardCharsets.UTF_8);
    return () -> write(line);
  }

  private void write(byte[] line) {
    try {
      draft.stream().write(line);
    } catch (IOException e) {
      throw new WriteException(file + " cannot be written (" + e + "). Check free space.", e);
    }
  }

  @Override
  public void finish() {
    draft.complete();
  }

  @Override
  public void discard() {
    draft.close();
  }
}
