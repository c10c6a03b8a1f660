package io.github.gradcam.djl.internal.archive;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.spi.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/** Says what a file is by looking into it, without any native code. */
public final class Inspector {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] LEGACY = HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa85019");
  private static final String HOW =
      " In Python, build the network, load the weights into it, call model.eval(), then"
          + " torch.jit.trace(model, torch.zeros(1, 3, 224, 224)).save(\"model.pt\"), or"
          + " torch.jit.script(model).save(\"model.pt\") if its code branches; open that file.";

  private static final List<String> PREPACKED =
      List.of("ops.prim.ConstantMKLDNNTensor", "ops.mkldnn", "prepacked");

  private Inspector() {}

  /** Looks into a file: whether this backend opens it, and why not. */
  public static Verdict inspect(Path source) {
    if (!Files.exists(source)) {
      throw new ModelOpenException("There is no file " + source + ".");
    }
    if (!Files.isRegularFile(source)) {
      return new Verdict.Unknown();
    }
    try {
      byte[] head;
      try (InputStream in = Files.newInputStream(source)) {
        head = in.readNBytes(LEGACY.length);
      }
      if (Arrays.equals(head, LEGACY)) {
        return pickled(source);
      }
      if (!Arrays.equals(ZIP, Arrays.copyOf(head, ZIP.length))) {
        return new Verdict.Unknown();
      }
      return source.getFileSystem().equals(FileSystems.getDefault())
          ? zip(source)
          : new Verdict.Refuses(
              source + " lies inside of another file. Copy it to a folder and open that copy.");
    } catch (ArchiveException foreign) {
      return new Verdict.Refuses(source + " " + foreign.getMessage() + ".");
    } catch (ZipException damaged) {
      throw new ModelOpenException(
          source
              + " begins like an archive, but is cut short or damaged: "
              + damaged.getMessage()
              + ". Copy it again.",
          damaged);
    } catch (AccessDeniedException denied) {
      throw new ModelOpenException(
          source + " may not be read by this user. Change its permissions.", denied);
    } catch (IOException unreadable) {
      throw new ModelOpenException(
          source + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
    }
  }

  private static Verdict zip(Path source) throws IOException {
    try (TorchArchive archive = TorchArchive.open(source)) {
      List<String> names = archive.names();
      if (archive.isTorchScript()) {
        return torchScript(source, archive);
      } else if (archive.isQuantized()) {
        return new Verdict.Refuses(
            source
                + " holds a quantized network: whole numbers have no gradient, and code of the file"
                + " would run while it is loaded. Export the network as it was before quantization.");
      } else if (names.stream().anyMatch(Inspector::isExportedProgram)) {
        return new Verdict.Refuses(
            source
                + " is a program of torch.export (.pt2), which holds a graph that this engine cannot"
                + " run."
                + HOW);
      }
      return names.contains("data.pkl") ? pickled(source) : new Verdict.Unknown();
    }
  }

  private static boolean isExportedProgram(String name) {
    return name.endsWith("serialized_exported_program.json")
        || name.endsWith("archive_format")
        || name.matches("(.*/)?models/[^/]+\\.json");
  }

  private static Verdict torchScript(Path source, TorchArchive archive) throws IOException {
    Map<String, String> sources = archive.sources();
    boolean prepacked =
        sources.values().stream().anyMatch(text -> PREPACKED.stream().anyMatch(text::contains));
    if (prepacked) {
      return new Verdict.Refuses(
          source
              + " was saved after torch.jit.optimize_for_inference, which moves the weights into"
              + " oneDNN's own layout and does not save them. Save the network before that call:"
              + " torch.jit.freeze is fine.");
    }
    if (!archive.isNativeOrder()) {
      return new Verdict.Refuses(
          source
              + " was written on a machine with the other order of bytes, which PyTorch's loader does"
              + " not turn around. Export the network anew on a machine like this one.");
    }
    boolean frozen = !archive.names().stream().anyMatch(name -> name.startsWith("data/"));
    boolean scripted = sources.values().stream().anyMatch(text -> text.contains(" : Final["));
    String how = frozen ? "frozen" : scripted ? "scripted" : "traced";
    return new Verdict.Opens("TorchScript (" + how + ")");
  }

  private static Verdict pickled(Path source) {
    return new Verdict.Refuses(
        source
            + " holds a state dict or a pickled module of torch.save: weights, but not the network's"
            + " code. gradcam opens TorchScript, which holds both."
            + HOW);
  }
}
