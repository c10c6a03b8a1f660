package io.github.gradcam.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SavedModel;

@DisplayName("What cannot be explained")
class RefusedTest {

  private final TfBackend backend = new TfBackend();

  @TempDir Path folder;

  private void refused(Path source, String... said) {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> backend.open(source, ModelOptions.defaults()).close())
        .satisfies(error -> assertThat(error.getMessage()).contains(said).endsWith("."));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("because of an operation names it and where it stands, and says what to do")
  @CsvSource({
    "cond-on-path, If (\"either\"), at run time, training=False",
    "cond-before, StatelessIf (\"scaled\"), at run time, training=False",
    "loop-on-path, While (\"thrice\"), at run time, training=False",
    "tf1-cond.pb, Merge (\"net/either/Merge\"), at run time, training=False",
    "noisy, RandomStandardNormal (\"noise/RandomStandardNormal\"), other numbers, training=False",
    "read-file, StringLength (\"StringLength\"), on texts, images as numbers",
    "python-function, PyFunc (\"PyFunc\"), calls Python, without it",
    "unknown-operator, ReluOfTomorrow (\"relu/Relu\"), a newer version, Export the network"
  })
  void operations(String name, String operation, String why, String instead) {
    refused(Structure.FOLDER.resolve(name), name, operation, why, instead);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("because of what it is given or how it is built says so")
  @CsvSource({
    "string-input, takes texts, photo, images as numbers",
    "two-inputs, several inputs, 'left, ', right",
    "recursion, nests functions, in a ring, 200 deep"
  })
  void networks(String name, String what, String which, String instead) {
    refused(Structure.FOLDER.resolve(name), name, what, which, instead);
  }

  private record Odd(String what, SmallGraph graph, List<String> said) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static SmallGraph images() {
    return SmallGraph.ofImages(2, 2);
  }

  private static Odd odd(String what, SmallGraph graph, String... said) {
    return new Odd(what, graph, List.of(said));
  }

  private static Stream<Odd> graphs() {
    return Stream.of(
        odd(
            "a table",
            images()
                .untyped("names", "HashTableV2")
                .untyped("label/Find", "LookupTableFindV2", "names", "x", "x"),
            "LookupTableFindV2 (\"label/Find\")",
            "in a table",
            "an output before that"),
        odd(
            "encoded photos",
            SmallGraph.of(DataType.DT_STRING).untyped("photo/Decode", "DecodeJpeg", "x"),
            "DecodeJpeg (\"photo/Decode\")",
            "works on texts"),
        odd(
            "the end of the process",
            images().untyped("end/Abort", "Abort", "x"),
            "Abort (\"end/Abort\")",
            "outside of the network"),
        odd(
            "memory of others",
            images().untyped("map/Const", "ImmutableConst", "x"),
            "ImmutableConst (\"map/Const\")",
            "outside of the network"),
        odd(
            "the console",
            images().untyped("say/Print", "Print", "x", "x"),
            "Print (\"say/Print\")",
            "something outside"),
        odd(
            "TensorFlow's inside",
            images().untyped("in/Arg", "_Arg", "x"),
            "_Arg (\"in/Arg\")",
            "of TensorFlow's own making"),
        odd(
            "a function for each",
            images().calling("each/Map", "MapDefun", "f", "x"),
            "MapDefun (\"each/Map\")",
            "cannot be looked into"),
        odd(
            "randomness",
            images().untyped("noise/Truncated", "TruncatedNormal", "x"),
            "TruncatedNormal (\"noise/Truncated\")",
            "other numbers at each pass"),
        odd(
            "an extension",
            images().node("blur/Op", "GaussianBlur", "x"),
            "GaussianBlur (\"blur/Op\")",
            "an extension"),
        odd("no such function", images().calling("call", "PartitionedCall", "f", "x"), "\"f\""),
        odd("no such node", images().node("relu/Relu", "Relu", "y"), "reads \"y\""),
        odd(
            "a ring",
            images().node("a", "Neg", "b").node("b", "Neg", "a").node("c", "Neg", "b"),
            "holds a ring"),
        odd("twice the same name", images().node("a", "Neg", "x").node("a", "Neg", "x"), "\"a\""),
        odd("no output", images(), "no node that could be an output"),
        odd("no input", new SmallGraph().integers("one", 1).node("a", "Neg", "one"), "no input"),
        odd(
            "variables without values",
            images().variable("w").node("a", "AddV2", "x", "w"),
            "without the values of its variables",
            "\"w\""),
        odd(
            "an operation that lacks its type",
            images().untyped("a", "Relu", "x"),
            "cannot be loaded by TensorFlow",
            "TensorFlow 2.18.0"),
        odd(
            "complex numbers",
            SmallGraph.of(DataType.DT_COMPLEX64).untyped("a", "Real", "x"),
            "DT_COMPLEX64"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("graphs")
  @DisplayName("in a graph is named")
  void graph(Odd odd) {
    Path file = odd.graph().write(folder.resolve("odd.pb"));
    refused(file, Stream.concat(Stream.of("odd.pb"), odd.said().stream()).toArray(String[]::new));
  }

  @Test
  @DisplayName("is no file written by a network whose scores do not need that: it is left out")
  void writesNothing() throws IOException {
    Structure structure = Structure.of("write-file");
    try (var model = structure.open()) {
      Structure.assertClose("scores", model.forward(structure.input()), structure.logits());
    }
    assertThat(Path.of("written-by-a-model.txt")).doesNotExist();
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private void verdict(Path source, String... said) {
    assertThat(backend.inspect(source))
        .isInstanceOfSatisfying(
            Verdict.Refuses.class, refused -> assertThat(refused.message()).contains(said));
    refused(source, said);
  }

  @Test
  @DisplayName("but is a file of Keras's or of TensorFlow Lite's is named, with what to export")
  void otherFiles() throws IOException {
    Path keras = folder.resolve("net.keras");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(keras))) {
      for (String part : List.of("metadata.json", "config.json", "model.weights.h5")) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(1);
      }
    }
    verdict(keras, "net.keras", "Keras 3", "model.export(folder)");
    byte[] hdf5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
    verdict(file("net.h5", hdf5), "net.h5", "HDF5", "model.export(folder)");
    byte[] lite = {0x1c, 0, 0, 0, 'T', 'F', 'L', '3', 0, 0, 0, 0};
    verdict(file("net.tflite", lite), "net.tflite", "TensorFlow Lite", "converted from");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("because it is written as text says how to write it")
  @CsvSource({
    "graph.pbtxt, 'node {\n  name: \"x\"\n}\n'",
    "graph.pb, 'library {\n}\n'",
    "saved_model.pbtxt, 'saved_model_schema_version: 1\n'"
  })
  void texts(String name, String text) throws IOException {
    verdict(file(name, text.getBytes(StandardCharsets.US_ASCII)), name, "as text", "binary form");
  }

  @Test
  @DisplayName("because a SavedModel is written as text says so for the folder, too")
  void textFolder() throws IOException {
    file("saved_model.pbtxt", new byte[] {'s'});
    verdict(folder, "as text", "binary form");
  }

  @Test
  @DisplayName("because it holds only weights says what they belong to")
  void checkpoint() throws IOException {
    verdict(
        copy(Structure.FOLDER.resolve("plain/variables"), folder.resolve("weights")),
        "weights",
        "a checkpoint",
        "without their network",
        "model.export(folder)");
  }

  @Test
  @DisplayName("because it is a folder of versions names one of them")
  void versions() throws IOException {
    copy(Structure.FOLDER.resolve("plain"), folder.resolve("served/1"));
    copy(Structure.FOLDER.resolve("plain"), folder.resolve("served/2"));
    Path served = folder.resolve("served");
    verdict(served, "folders of their own", served.resolve("2").toString());
  }

  @Test
  @DisplayName("because it is nothing of TensorFlow's is left to other backends")
  void others() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path misleading = Files.createDirectories(folder.resolve("net/saved_model.pb"));
    Path nothing = file("nothing.pb", new byte[0]);
    Path text = file("text.pb", "not a model".getBytes(StandardCharsets.US_ASCII));
    Path zip = file("other.keras", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    for (Path source : List.of(empty, misleading, misleading.getParent(), nothing, text, zip)) {
      assertThat(backend.inspect(source)).as(source.toString()).isEqualTo(new Verdict.Unknown());
      refused(source, source.toString(), "neither a folder with a saved_model.pb");
    }
  }

  @Test
  @DisplayName("because it is not there says so")
  void missing() {
    refused(folder.resolve("none"), folder.resolve("none") + " does not exist");
  }

  private Path plain() throws IOException {
    return copy(Structure.FOLDER.resolve("plain"), folder.resolve("plain"));
  }

  @Test
  @DisplayName("because its variables were not copied says what is missing")
  void withoutVariables() throws IOException {
    Path index = plain().resolve("variables/variables.index");
    Files.delete(index);
    refused(folder.resolve("plain"), "plain lacks its variables", index.toString(), "copy all");
    refused(folder.resolve("plain/saved_model.pb"), "lacks its variables");
  }

  @Test
  @DisplayName("because its variables are damaged or another network's says which they are")
  void damagedVariables() throws IOException {
    Path data = plain().resolve("variables/variables.data-00000-of-00001");
    byte[] whole = Files.readAllBytes(data);
    Files.write(data, Arrays.copyOf(whole, whole.length / 2));
    refused(folder.resolve("plain"), "plain cannot be loaded", "Read less bytes than requested");
    Files.delete(data);
    refused(folder.resolve("plain"), "plain cannot be loaded", "No such file");
    copy(Structure.FOLDER.resolve("conv1d/variables"), folder.resolve("plain/variables"));
    refused(folder.resolve("plain"), "plain cannot be loaded", "conv.Skernel", "not found");
  }

  @Test
  @DisplayName("because it is cut off says so")
  void cut() throws IOException {
    Path saved = plain().resolve("saved_model.pb");
    byte[] whole = Files.readAllBytes(saved);
    Files.write(saved, Arrays.copyOf(whole, whole.length / 2));
    refused(folder.resolve("plain"), "damaged saved_model.pb", "ended unexpectedly", "again");
    byte[] frozen = Files.readAllBytes(Structure.FOLDER.resolve("tf1-cond.pb"));
    refused(
        file("cut.pb", Arrays.copyOf(frozen, frozen.length / 2)),
        "cut.pb is damaged",
        "ended unexpectedly",
        "again");
  }

  @Test
  @DisplayName("because it has no signature says how to export it")
  void withoutSignature() throws IOException {
    Path file = plain().resolve("saved_model.pb");
    SavedModel saved = SavedModel.parseFrom(Files.readAllBytes(file));
    var graph = saved.getMetaGraphs(0).toBuilder().clearSignatureDef();
    Files.write(file, saved.toBuilder().setMetaGraphs(0, graph).build().toByteArray());
    refused(folder.resolve("plain"), "no signature", "model.export(folder)");
  }

  @Test
  @DisplayName("is told from what can, by its content")
  void opens() {
    assertThat(backend.inspect(Structure.FOLDER.resolve("plain")))
        .isEqualTo(new Verdict.Opens("SavedModel"));
    assertThat(backend.inspect(Structure.FOLDER.resolve("plain/saved_model.pb")))
        .isEqualTo(new Verdict.Opens("SavedModel"));
    assertThat(backend.inspect(Structure.FOLDER.resolve("tf1-cond.pb")))
        .isEqualTo(new Verdict.Opens("frozen graph of TensorFlow"));
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(source));
        }
      }
    }
    return to;
  }
}
