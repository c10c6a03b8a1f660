"""PNG and JPEG written or changed byte by byte, where no library offers it."""

import struct
import zlib

import numpy as np

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}
ADAM7 = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1))


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def header(width, height, depth=8, colours=2, interlaced=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, interlaced))


def rows(samples):
    flat = samples.astype(samples.dtype.newbyteorder(">")).reshape(len(samples), -1)
    return b"".join(b"\0" + row.tobytes() for row in flat)


def png(samples, *chunks, interlaced=False):
    """[height, width, channels] of 8 or 16 bits, with chunks before the pixels."""
    height, width, channels = samples.shape
    if interlaced:
        passes = [samples[y::dy, x::dx] for y, x, dy, dx in ADAM7]
        data = b"".join(rows(part) for part in passes if part.size)
    else:
        data = rows(samples)
    ihdr = header(width, height, 8 * samples.dtype.itemsize, COLOUR_TYPES[channels], int(interlaced))
    return SIGNATURE + ihdr + b"".join(chunks) + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b"")


def without_segment(jpeg, marker):
    at = jpeg.index(bytes([0xFF, marker]))
    length = struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
    return jpeg[:at] + jpeg[at + 2 + length :]


def with_adobe_transform(jpeg, transform):
    at = jpeg.index(b"Adobe") + 11
    return jpeg[:at] + bytes([transform]) + jpeg[at + 1 :]


def with_size(jpeg, width, height):
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + struct.pack(">HH", height, width) + jpeg[at + 4 :]


def gif(width, height, frame, pixels, palette, frames=1, clear=None):
    """Frames at (left, top, width, height) in codes as long as they can be, never compressed."""
    out = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80 | 0x70 | 7, 0, 0)
    out += np.asarray(palette, "u1").tobytes() + bytes(768 - 3 * len(palette))
    flags = 0 if clear is None else 1
    for _ in range(frames):
        out += b"\x21\xf9\x04" + struct.pack("<BHB", flags, 5, clear or 0) + b"\0"
        out += b"\x2c" + struct.pack("<4HB", *frame, 0) + b"\x08"
        # Codes of 9 bits; a clear code before the table would need a tenth.
        bits = ""
        for i, pixel in enumerate(pixels):
            bits = (f"{256:09b}" + bits) if i % 254 == 0 else bits
            bits = f"{pixel:09b}" + bits
        bits = f"{257:09b}" + bits
        data = int(bits, 2).to_bytes(-(-len(bits) // 8), "little")
        for at in range(0, len(data), 255):
            part = data[at : at + 255]
            out += bytes([len(part)]) + part
        out += b"\0"
    return out + b"\x3b"
