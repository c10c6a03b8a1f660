package io.github.gradcam.djl.internal.archive;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Entries that are not compressed: PyTorch maps them into memory. */
final class StoredEntry {

  private StoredEntry() {}

  /** Writes one whose content is at hand. */
  static void write(ZipOutputStream out, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    out.putNextEntry(of(name, content.length, crc.getValue()));
    out.write(content);
    out.closeEntry();
  }

  /** One whose content follows. */
  static ZipEntry of(String name, long size, long crc) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc);
    return entry;
  }
}
