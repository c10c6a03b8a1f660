"""Small ICC profiles, written from their definitions (ICC.1:2010)."""

import struct

import numpy as np

BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
D50 = np.array([0.9642, 1.0, 0.8249])
D65 = (0.3127, 0.3290)
DISPLAY_P3 = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
ADOBE_RGB = ((0.6400, 0.3300), (0.2100, 0.7100), (0.1500, 0.0600))


def fixed(*values):
    return struct.pack(f">{len(values)}i", *(round(v * 65536) for v in values))


def gamma(power):
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(power * 256)) + bytes(2)


def sampled(values):
    return b"curv" + bytes(4) + struct.pack(">I", len(values)) + np.array(values, ">u2").tobytes()


def srgb_curve():
    """sRGB's own curve as function 3, as Apple writes it."""
    return b"para" + bytes(4) + struct.pack(">HH", 3, 0) + fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def text(words):
    return b"text" + bytes(4) + words + b"\0"


def described(words):
    return b"desc" + bytes(4) + struct.pack(">I", len(words) + 1) + words + b"\0" + bytes(78)


def xyz(values):
    return b"XYZ " + bytes(4) + fixed(*values)


def profile(space, kind, tags, connection=b"XYZ "):
    tags = {b"desc": described(b"test"), b"cprt": text(b"CC0"), b"wtpt": xyz(D50)} | tags
    table = struct.pack(">I", len(tags))
    data = b""
    start = 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        body += bytes(-len(body) % 4)
        table += name + struct.pack(">II", start + len(data), len(body))
        data += body
    header = struct.pack(">I4sI4s4s4s", start + len(data), bytes(4), 0x02400000, kind, space, connection)
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + fixed(*D50)
    return header + bytes(128 - len(header)) + table + data


def rgb(primaries, curve):
    def upright(xy):
        return np.array([xy[0] / xy[1], 1, (1 - xy[0] - xy[1]) / xy[1]])

    columns = np.stack([upright(p) for p in primaries], 1)
    white = upright(D65)
    columns = columns * np.linalg.solve(columns, white)
    adapt = np.linalg.inv(BRADFORD) @ np.diag(BRADFORD @ D50 / (BRADFORD @ white)) @ BRADFORD
    columns = adapt @ columns
    tags = {}
    for i, letter in enumerate((b"r", b"g", b"b")):
        tags[letter + b"XYZ"] = xyz(columns[:, i])
        tags[letter + b"TRC"] = curve
    return profile(b"RGB ", b"mntr", tags)


def grey(curve):
    return profile(b"GRAY", b"mntr", {b"kTRC": curve})


def tables(space, channels, lab):
    """A table with two entries an axis, from every corner's CIE L*a*b*."""
    corners = np.stack(np.meshgrid(*[[0, 1]] * channels, indexing="ij"), -1).reshape(-1, channels)
    values = np.array([lab(corner) for corner in corners])
    encoded = np.stack([values[:, 0] * 65280 / 100, *((values[:, 1:] + 128) * 256).T], 1)
    straight = struct.pack(">2H", 0, 65535)
    body = b"mft2" + bytes(4) + struct.pack(">4B", channels, 3, 2, 0) + fixed(1, 0, 0, 0, 1, 0, 0, 0, 1)
    body += struct.pack(">2H", 2, 2) + straight * channels
    body += np.clip(np.round(encoded), 0, 65535).astype(">u2").tobytes() + straight * 3
    return profile(space, b"prtr", {b"A2B0": body}, b"Lab ")
