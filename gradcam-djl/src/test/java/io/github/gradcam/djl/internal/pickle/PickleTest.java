package io.github.gradcam.djl.internal.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.djl.Structure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A pickle")
class PickleTest {

  private static final String STORAGE =
      "(X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0000X\3\0\0\0cpuK\110tQ";

  private static byte[] pickle(String instructions) {
    return ("\u0080\2" + instructions + ".").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String tensor(String offset, String sizes, String strides) {
    return "ctorch._utils\n_rebuild_tensor_v2\n("
        + STORAGE
        + offset
        + "("
        + sizes
        + "t("
        + strides
        + "t\u0088ccollections\nOrderedDict\n)RtR";
  }

  private static void assertRefused(String instructions, String reason) {
    assertThatExceptionOfType(PickleException.class)
        .isThrownBy(() -> Pickle.read(pickle(instructions), Map.of()))
        .withMessageContaining(reason);
  }

  @Test
  @DisplayName("of a network tells its class, and what its weights weigh")
  void tellsWhatItHolds() throws IOException {
    try (ZipFile zip = new ZipFile(Structure.of("nested-traced").file().toFile())) {
      byte[] bytes = zip.getInputStream(zip.getEntry("nested-traced/data.pkl")).readAllBytes();
      Pickle pickle = Pickle.read(bytes, Map.of());
      assertThat(pickle.type()).startsWith("__torch__.").endsWith("Nested");
      assertThat(pickle.storages()).hasSize(8);
      pickle
          .storages()
          .forEach(
              (key, size) ->
                  assertThat(zip.getEntry("nested-traced/data/" + key).getSize()).isEqualTo(size));
    }
  }

  @Test
  @DisplayName("may hold a constant of an enumeration, if the source declares it")
  void declaredConstant() throws PickleException {
    Map<String, Set<String>> enums = Map.of("__torch__.net.Order", Set.of("NCHW"));
    String order = "c__torch__.net\nOrder\nX\4\0\0\0%sR";
    assertThat(Pickle.read(pickle(order.formatted("NCHW")), enums).type())
        .isEqualTo("__torch__.net.Order");
    assertThatExceptionOfType(PickleException.class)
        .isThrownBy(() -> Pickle.read(pickle(order.formatted("CHWN")), enums))
        .withMessageContaining("other values");
    assertRefused(order.formatted("NCHW"), "no attributes");
  }

  @Test
  @DisplayName("may hold a tensor that lies within its weights, to the last number")
  void tensorWithin() throws IOException {
    // 4 × 2 × 3 × 3 of 72 numbers.
    String strides = "K\22K\11K\3K\1";
    assertThat(Pickle.read(pickle(tensor("K\0", "K\4K\2K\3K\3", strides)), Map.of()).storages())
        .containsEntry("0", 288L);
    assertRefused(tensor("K\1", "K\4K\2K\3K\3", strides), "beyond");
    assertRefused(tensor("K\0", "K\5K\2K\3K\3", strides), "beyond");
    assertRefused(tensor("K\0", "K\4K\2K\3K\3", "K\23K\11K\3K\1"), "beyond");
    assertRefused(tensor("J\u00ff\u00ff\u00ff\u00ff", "K\1", "K\1"), "beyond");
    assertRefused(tensor("K\0", "J\u00ff\u00ff\u00ff\u00ff", "K\1"), "beyond");
    assertRefused(tensor("K\0", "K\2", "J\u00ff\u00ff\u00ff\u00ff"), "beyond");
    String huge = "\u008a\10\0\0\0\0\0\0\0\100";
    assertRefused(tensor("K\0", huge + huge + huge, "K\0K\0K\0"), "beyond");
    assertRefused(tensor("K\0", "K\2K\2", "K\1"), "axes");
  }

  @ParameterizedTest(name = "{1}")
  @DisplayName("is not obeyed: what TorchScript does not write is refused")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cos\\nsystem\\n(X\\2\\0\\0\\0lstR | asks for os.system",
        "cbuiltins\\neval\\n(X\\1\\0\\0\\0001tR | asks for builtins.eval",
        "ctorch._utils\\n_rebuild_qtensor\\n)R | asks for torch._utils._rebuild_qtensor",
        "c__torch__\\nA\\n)R | has no attributes",
        "K\\1)R | made by what is no name",
        "K\\1)\\201 | no class",
        "K\\1K\\2 | more than one value",
        "K\\1.K\\2 | more than one value",
        "R | a value is missing",
        "t | a mark is missing",
        "(tQ | not described",
        "h\\0 | never remembered",
        "K\\1q\\7 | out of order",
        "K\\1r\\377\\377\\377\\177 | out of order",
        "X\\377\\377\\377\\177a | ends in the middle",
        "X\\377\\377\\377\\377a | ends in the middle",
        "ca b\\n | a name that none can have",
        "K\\1e | a mark is missing",
        "}(K\\1u | belong to no list",
        "S'a'\\n | the instruction 0x53",
        "]q\\0h\\0a | grows after it was used",
        "\\212\\11aaaaaaaaa | has 9 bytes"
      })
  void isNotObeyed(String instructions, String reason) {
    assertRefused(instructions.translateEscapes(), reason);
  }

  @Test
  @DisplayName("may not be deep, nor hold one list a billion times")
  void isBounded() {
    assertRefused(")" + "\u0085".repeat(1000), "deep");
    StringBuilder doubled = new StringBuilder("]q\0");
    for (int i = 0; i < 40; i++) {
      doubled.append("h" + (char) i + "h" + (char) i + "\u0086q" + (char) (i + 1));
    }
    assertRefused(doubled.toString(), "values in one another");
  }

  @Test
  @DisplayName("reads each file of weights once")
  void readsOnce() {
    assertRefused(STORAGE + STORAGE + "\u0086", "read twice");
  }
}
