package io.github.gradcam.djl.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradcam.djl.DjlBackend;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.ModelOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An archive that somebody has prepared")
class HostileFilesTest {

  private static final String CODE = "code/__torch__/___torch_mangle_11.py";
  private static final int CRC = 16;
  private static final int SIZE = 24;

  @TempDir private Path folder;

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("unpacks far", Zips.with("data/8", new byte[200 << 20]), "unpacks to more than"),
        arguments("long source", Zips.with(CODE, new byte[20 << 20]), "no more than"),
        arguments("long pickle", Zips.with("data.pkl", new byte[9 << 20]), "no more than"),
        arguments("shorter than it is", Zips.lying(CODE, SIZE, 10), "more than the 10 bytes"),
        arguments("longer than it is", Zips.lying(CODE, SIZE, 100_000), "check sum"),
        arguments("of 2 GB", Zips.lying("data/0", SIZE, Integer.MAX_VALUE), "unpacks to more"),
        arguments("of 4 GB", Zips.lying("data/0", SIZE, -2), "unpacks to more"),
        arguments("wrong check sum of source", Zips.lying(CODE, CRC, 7), "check sum"),
        arguments("wrong check sum of weights", Zips.lying("data/0", CRC, 7), "check sum"),
        arguments(
            "twice the same name",
            Zips.renamed(Zips.with("data/X", new byte[1]), "data/X", "data/0"),
            "two entries"),
        arguments("above", Zips.with("../../evil", new byte[1]), "../../evil"),
        arguments("at the root", Zips.with(all -> all.put("/etc/evil", new byte[1])), "/etc/evil"),
        arguments("backslash", Zips.with("data\\evil", new byte[1]), "data\\evil"),
        arguments("drive", Zips.with(all -> all.put("C:evil", new byte[1])), "C:evil"),
        arguments("line break", Zips.with("data/a\nb", new byte[1]), "data/a?b"),
        arguments("two networks", Zips.with("other/data.pkl", new byte[1]), "more than one"),
        arguments("version", Zips.with("version", ascii("99999999999999999999")), "version"),
        arguments("other version", Zips.with(".data/version", ascii("-1")), "version"),
        arguments("byte order", Zips.with("byteorder", ascii("middle")), "byteorder"),
        arguments("quote in a module", Zips.with("code/__torch__/a\".py", new byte[1]), "a\".py"),
        arguments(
            "code in a module", Zips.with("code/__torch__/a)(b).py", new byte[1]), "a)(b).py"),
        arguments("letter in a module", Zips.with("code/__torch__/ü.py", new byte[1]), "ü.py"),
        arguments("weights cut off", Zips.with("data/2", new byte[575]), "there are 575"),
        arguments("no weights", Zips.with(all -> all.remove(Zips.TOP + "data/2")), "no such file"),
        arguments("half", java.util.Arrays.copyOf(Zips.good(), 6000), "damaged"));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("is refused with a reason")
  @MethodSource("files")
  void isRefused(String name, byte[] bytes, String reason) throws IOException {
    assertRefused(bytes, reason);
  }

  static Stream<Arguments> sources() {
    return Stream.of(
        arguments("brackets", "zz = " + "(".repeat(5000) + "1" + ")".repeat(5000), "brackets"),
        arguments("calls", "zz = " + "int(".repeat(100) + "1" + ")".repeat(100), "brackets"),
        arguments("sum", "zz = 1" + " + 1".repeat(100_000), "parts"),
        arguments("attributes", "zz = self" + ".stem".repeat(100_000), "parts"),
        arguments("negations", "zz = " + "not ".repeat(1000) + "True", "parts"),
        arguments("indices", "zz = x" + "[0]".repeat(1000), "parts"),
        arguments("blanks", "if True:\n" + " ".repeat(500) + "zz = 1", "blanks"),
        arguments("lines", "zz = 1\n    ".repeat(40_000), "lines"),
        arguments("branches", "if True:\n      y = 1\n    ".repeat(4000), "branches"),
        arguments("comment", "zz = 1 # two", "character"),
        arguments("continued line", "zz = \\\n1", "character"),
        arguments("letter", "zü = 1", "character"),
        arguments("open string", "zz = \"1", "string"),
        arguments("long string", "zz = \"\"\"1\"\"\"", "string"),
        arguments("reserved names", "gradcam_taps = 1", "gradcam_"),
        arguments("file", "zz = torch.save(x, \"evil\")", "reads or writes files"),
        arguments("file", "zz = ops.aten . from_file(\"evil\")", "reads or writes files"));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("may have source that would end the process, or act on its own: it is refused")
  @MethodSource("sources")
  void sourceIsRefused(String name, String statement, String reason) throws IOException {
    assertRefused(Zips.withStatement(statement), reason);
  }

  @Test
  @DisplayName("may have a chain of classes, or a circle of them")
  void classesAreRefused() throws IOException {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      chain.append("class C%d(Module):\n  a : __torch__.chain.C%d\n".formatted(i, i + 1));
    }
    assertRefused(Zips.with("code/__torch__/chain.py", ascii(chain.toString())), "one upon");
    String circle =
        "class A(Module):\n  b : __torch__.c.B\nclass B(Module):\n  a : __torch__.c.A\n";
    assertRefused(Zips.with("code/__torch__/c.py", ascii(circle)), "need each other");
  }

  @Test
  @DisplayName("may hold additions of its own in the place of ours")
  void additionsAreRefused() throws IOException {
    String file = "code/__torch__/io_github_gradcam.py";
    assertRefused(
        Zips.with(file, ascii("def tap(x: Tensor) -> Tensor:\n  return x\n")), "gradcam_");
    String method = "  def gradcam_run(self: __torch__.A) -> int:\n    return 1\n";
    assertRefused(
        Zips.with("code/__torch__/a.py", ascii("class A(Module):\n" + method)), "gradcam_");
    String state = "  def __setstate__(self: __torch__.A, x: int) -> NoneType:\n    return None\n";
    assertRefused(
        Zips.with("code/__torch__/a.py", ascii("class A(Module):\n" + state)), "__setstate__");
  }

  @Test
  @DisplayName("may have a hundred thousand entries")
  void entriesAreRefused() throws IOException {
    assertRefused(
        Zips.with(
            entries -> {
              for (int i = 0; i < 100_000; i++) {
                entries.put(Zips.TOP + "extra/" + i, new byte[0]);
              }
            }),
        "entries");
  }

  @Test
  @DisplayName("may hold what PyTorch does not read: it is left out")
  void otherEntriesAreLeftOut() throws IOException {
    Path file = Files.write(folder.resolve("m.pt"), Zips.with("extra/notes", new byte[100]));
    new DjlBackend().open(file, ModelOptions.defaults()).close();
  }

  @Test
  @DisplayName("may have its version where other releases of PyTorch write it")
  void versionInTheOtherPlace() throws IOException {
    byte[] bytes =
        Zips.with(all -> all.put(Zips.TOP + ".data/version", all.remove(Zips.TOP + "version")));
    Path file = Files.write(folder.resolve("m.pt"), bytes);
    new DjlBackend().open(file, ModelOptions.defaults()).close();
  }

  private void assertRefused(byte[] bytes, String reason) throws IOException {
    Path file = Files.write(folder.resolve("hostile.pt"), bytes);
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> new DjlBackend().open(file, ModelOptions.defaults()).close())
        .withMessageContaining(reason)
        .satisfies(error -> assertThat(error.getMessage()).endsWith(".").hasSizeLessThan(1000));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
