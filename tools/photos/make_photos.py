"""Makes the photos that reading is tested with, and the pixels that other programs see in them.

    pip install pillow==12.0.0 numpy
    python tools/photos/make_photos.py

The picture is drawn, not photographed. `readable/NAME` comes with `readable/NAME.seen.png`: what
Pillow (and LittleCMS, where there is a profile) makes of it, upright, opaque, in sRGB, on white.
Nothing in `unreadable/` may become a picture, for one reason each.
"""

import io
import struct
import zlib
from pathlib import Path

import icc
import numpy as np
import raw
from PIL import Image, ImageCms, ImageOps

HERE = Path(__file__).parent
READABLE = HERE / "readable"
UNREADABLE = HERE / "unreadable"
WIDTH, HEIGHT = 24, 18


def colours():
    """Smooth, colourful, and different in every corner."""
    x, y = np.meshgrid(np.linspace(0, 1, WIDTH), np.linspace(0, 1, HEIGHT))
    return np.stack([x, y, 1 - 0.5 * x - 0.5 * y], -1)


RGB = Image.fromarray(np.uint8(np.round(255 * colours())))
ALPHA = np.uint8(np.linspace(0, 255, WIDTH * HEIGHT).reshape(HEIGHT, WIDTH))
P3 = icc.rgb(icc.DISPLAY_P3, icc.srgb_curve())
ADOBE = icc.rgb(icc.ADOBE_RGB, icc.gamma(563 / 256))
SAMPLED = icc.rgb(icc.ADOBE_RGB, icc.sampled([round(65535 * (i / 63) ** 1.8) for i in range(64)]))
GREY = icc.grey(icc.gamma(1.8))
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SRGB = SRGB[:24] + struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + SRGB[36:]
# Tables within sRGB's gamut: where colours are cut off, LittleCMS itself is some levels off.
INKS = icc.tables(b"CMYK", 4, lambda i: (
    20 + 60 * (1 - 0.7 * i[3]) * (1 - 0.2 * i[:3].sum()), 12 * (i[1] - i[0]), 12 * i[2] - 6 * i[0]))
SCANNER = icc.tables(b"RGB ", 3, lambda i: (
    20 + 60 * i @ [0.3, 0.6, 0.1], 12 * (i[0] - i[1]), 12 * (i[1] - i[2])))


def encoded(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def on_white(image):
    rgba = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), rgba).convert("RGB")


def in_srgb(image, profile):
    """By LittleCMS; alpha stays, and is composited afterwards."""
    converted = ImageCms.profileToProfile(
        image.convert("RGB") if image.mode == "RGBA" else image,
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.ImageCmsProfile(io.BytesIO(SRGB)),
        # The darkest ink stays as dark as it is, as in browsers.
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
    )
    if image.mode == "RGBA":
        converted.putalpha(image.getchannel("A"))
    return converted


def readable(name, data, seen=None):
    """Without `seen`, what Pillow itself decodes, turned as it turns it."""
    (READABLE / name).write_bytes(data)
    if seen is None:
        seen = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    on_white(seen).save(READABLE / f"{name}.seen.png")


def decoded(data):
    return Image.open(io.BytesIO(data))


def profiles():
    rgba = RGB.copy()
    rgba.putalpha(Image.fromarray(ALPHA))
    plain_png = encoded(RGB, "png")
    plain_jpeg = encoded(RGB, "jpeg", quality=95)
    grey = RGB.convert("L")
    for name, profile in (("p3", P3), ("adobe-rgb", ADOBE), ("sampled", SAMPLED), ("scanner", SCANNER)):
        readable(f"{name}.png", encoded(RGB, "png", icc_profile=profile), in_srgb(RGB, profile))
    data = encoded(RGB, "jpeg", quality=95, icc_profile=P3)
    readable("p3.jpg", data, in_srgb(decoded(data), P3))
    readable("p3-alpha.png", encoded(rgba, "png", icc_profile=P3), in_srgb(rgba, P3))
    palette = RGB.quantize(32)
    readable("p3-palette.png", encoded(palette, "png", icc_profile=P3), in_srgb(palette.convert("RGB"), P3))
    readable("srgb.jpg", encoded(RGB, "jpeg", quality=95, icc_profile=SRGB), decoded(plain_jpeg))
    readable("srgb.png", encoded(RGB, "png", icc_profile=SRGB), RGB)
    readable("grey-profile.png", encoded(grey, "png", icc_profile=GREY), in_srgb(grey, GREY))
    data = encoded(grey, "jpeg", quality=95, icc_profile=GREY)
    readable("grey-profile.jpg", data, in_srgb(decoded(data), GREY))
    # As browsers do, a profile that cannot be used is left out.
    broken = P3[:300]
    readable("broken-profile.jpg", encoded(RGB, "jpeg", quality=95, icc_profile=broken), decoded(plain_jpeg))
    readable("broken-profile.png", encoded(RGB, "png", icc_profile=b"not a profile"), RGB)
    readable("unfit-profile.png", encoded(RGB, "png", icc_profile=GREY), RGB)
    samples = np.array(RGB)
    readable("bomb-profile.png", raw.png(samples, raw.chunk(b"iCCP", b"bomb\0\0" + zlib.compress(bytes(1 << 24), 9))), RGB)
    readable("bomb-text.png", raw.png(samples, raw.chunk(b"zTXt", b"bomb\0\0" + zlib.compress(bytes(1 << 24), 9))), RGB)
    assert decoded(plain_png).size == (WIDTH, HEIGHT)


def inks():
    stored = np.array(RGB.convert("CMYK"))
    stored[:, :, 3] = np.linspace(0, 200, WIDTH)
    cmyk = encoded(Image.fromarray(stored, "CMYK"), "jpeg", quality=95)
    readable("cmyk.jpg", cmyk)
    readable("ycck.jpg", raw.with_adobe_transform(cmyk, 2))
    readable("cmyk-no-adobe.jpg", raw.without_segment(cmyk, 0xEE))
    data = encoded(Image.fromarray(stored, "CMYK"), "jpeg", quality=95, icc_profile=INKS)
    readable("cmyk-profile.jpg", data, in_srgb(decoded(data), INKS))


def jpegs():
    plain = encoded(RGB, "jpeg", quality=95, subsampling=0)
    readable("no-jfif.jpg", raw.without_segment(plain, 0xE0))
    readable("rgb.jpg", encoded(RGB, "jpeg", quality=95, keep_rgb=True))
    readable("subsampled.jpg", encoded(RGB, "jpeg", quality=95, subsampling=2))
    readable("odd-exif.jpg", plain[:2] + b"\xff\xe1\x00\x10Exif\0\0II*\0\xff\xff\xff\x7f" + plain[2:], decoded(plain))


def pngs():
    wide = np.uint16(np.round(65535 * colours()))
    eight = np.uint8(np.round(wide / 257))
    wide_alpha = np.uint16(np.linspace(0, 65535, WIDTH * HEIGHT).reshape(HEIGHT, WIDTH, 1))
    rgba = Image.fromarray(np.dstack([eight, np.uint8(np.round(wide_alpha / 257))]), "RGBA")
    readable("rgb16.png", raw.png(wide), Image.fromarray(eight))
    readable("rgba16.png", raw.png(np.dstack([wide, wide_alpha])), rgba)
    grey = np.uint16(np.round(65535 * colours()[:, :, :1]))
    readable("grey16.png", raw.png(grey), Image.fromarray(np.uint8(np.round(grey[:, :, 0] / 257))))
    readable("interlaced.png", raw.png(np.array(RGB), interlaced=True))
    key = tuple(int(v) for v in np.array(RGB)[0, 0])
    readable("colour-key.png", encoded(RGB, "png", transparency=key))
    readable("grey-key.png", encoded(RGB.convert("L"), "png", transparency=128))
    clear = RGB.quantize(16)
    readable("palette-alpha.png", encoded(clear, "png", transparency=bytes(range(0, 256, 16))))
    readable("two-levels.png", encoded(RGB.convert("1"), "png"))


def gifs():
    palette = [(0, 0, 0), (255, 0, 0), (0, 200, 0), (10, 20, 250)]
    pixels = (np.arange(8 * 6) % 4).reshape(6, 8)
    screen = np.full((HEIGHT, WIDTH, 3), 255, "u1")
    screen[5:11, 4:12] = np.array(palette, "u1")[pixels]
    screen[screen.sum(-1) == 0] = 255
    data = raw.gif(WIDTH, HEIGHT, (4, 5, 8, 6), pixels.ravel(), palette, clear=0)
    readable("small-frame.gif", data, Image.fromarray(screen))
    beyond = np.full((11, 12, 3), 255, "u1")
    beyond[5:11, 4:12] = np.array(palette, "u1")[pixels]
    readable("large-frame.gif", raw.gif(6, 6, (4, 5, 8, 6), pixels.ravel(), palette), Image.fromarray(beyond))
    frames = [RGB.quantize(16), RGB.transpose(Image.Transpose.ROTATE_180).quantize(16)]
    readable("animated.gif", encoded(frames[0], "gif", save_all=True, append_images=frames[1:], duration=100), frames[0])


def turned():
    """Stored lying on the side, upright for who follows the tag."""
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = RGB.transpose(Image.Transpose.ROTATE_90)
    readable("turned.png", encoded(lying, "png", exif=exif), RGB)
    readable("turned.tif", encoded(lying, "tiff", tiffinfo={0x0112: 6}), RGB)
    readable("turned.webp", encoded(lying, "webp", lossless=True, exif=exif), RGB)


def webps_and_tiffs():
    rgba = RGB.copy()
    rgba.putalpha(Image.fromarray(ALPHA))
    readable("lossless.webp", encoded(RGB, "webp", lossless=True))
    readable("lossy.webp", encoded(RGB, "webp", quality=95))
    readable("alpha.webp", encoded(rgba, "webp", lossless=True, exact=True))
    readable("p3.webp", encoded(RGB, "webp", lossless=True, icc_profile=P3), in_srgb(RGB, P3))
    readable("lzw.tif", encoded(RGB, "tiff", compression="tiff_lzw"))
    readable("deflate.tif", encoded(RGB, "tiff", compression="tiff_adobe_deflate"))
    readable("grey.tif", encoded(RGB.convert("L"), "tiff"))
    readable("palette.tif", encoded(RGB.quantize(16), "tiff"))
    readable("alpha.tif", encoded(rgba, "tiff"))
    readable("jpeg.tif", encoded(RGB, "tiff", compression="jpeg", quality=95))
    readable("cmyk.tif", encoded(RGB.convert("CMYK"), "tiff"))
    readable("p3.tif", encoded(RGB, "tiff", icc_profile=P3), in_srgb(RGB, P3))


def bad():
    jpeg = encoded(RGB, "jpeg", quality=95)
    png = encoded(RGB, "png")
    gif = encoded(RGB.quantize(16), "gif")
    flipped = bytearray(png)
    flipped[png.index(b"IDAT") + 30] ^= 0xFF
    huge = raw.SIGNATURE + raw.header(30000, 30000) + raw.chunk(b"IDAT", zlib.compress(bytes(1 << 16), 9))
    files = {
        "empty.jpg": b"",
        "text.jpg": b"This is a text, whatever its name says.\n",
        "corrupt.jpg": jpeg[:-80],
        "header.jpg": jpeg[:100],
        "zero.jpg": raw.with_size(jpeg, 0, 0),
        "wide.jpg": raw.with_size(jpeg, 20000, 20000),
        "claims.jpg": raw.with_size(jpeg, 9000, 9000),
        "zero.png": raw.SIGNATURE + raw.header(0, 0) + raw.chunk(b"IDAT", zlib.compress(b"")) + raw.chunk(b"IEND", b""),
        "truncated.png": png[: len(png) // 2],
        "checksum.png": bytes(flipped),
        "bomb.png": huge + raw.chunk(b"IEND", b""),
        "claims.png": raw.SIGNATURE + raw.header(9000, 9000) + raw.chunk(b"IDAT", zlib.compress(bytes(64))) + raw.chunk(b"IEND", b""),
        "truncated.gif": gif[: len(gif) // 2],
        "wide.gif": raw.gif(24, 18, (65000, 65000, 2, 1), [0, 1], [(0, 0, 0), (255, 255, 255)]),
        "truncated.bmp": encoded(RGB, "bmp")[:700],
        "truncated.tif": encoded(RGB, "tiff", compression="tiff_lzw")[:200],
        "picture.heic": struct.pack(">I", 24) + b"ftypheic" + bytes(12),
        "picture.webp": encoded(RGB, "webp", lossless=True)[:100],
    }
    for name, data in files.items():
        (UNREADABLE / name).write_bytes(data)


def main():
    for folder in (READABLE, UNREADABLE):
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
    for make in (profiles, inks, jpegs, pngs, gifs, turned, webps_and_tiffs, bad):
        make()


if __name__ == "__main__":
    main()
