"""Makes the pictures beside this file with Pillow and numpy; all show the same four quarters:
red, green above blue, white (16x12), grey ones 40, 120 above 200, 255. Where a file has alpha, the
white quarter is transparent black, so that on white it is white again."""
import sys
import numpy as np
from PIL import Image, ImageOps

out = sys.argv[1] + "/"
rgb = np.full((12, 16, 3), 255, np.uint8)
rgb[:6, :8] = (255, 0, 0)
rgb[:6, 8:] = (0, 255, 0)
rgb[6:, :8] = (0, 0, 255)
grey = np.full((12, 16), 255, np.uint8)
grey[:6, :8], grey[:6, 8:], grey[6:, :8] = 40, 120, 200
alpha = np.full((12, 16), 255, np.uint8)
alpha[6:, 8:] = 0
rgba = np.dstack([rgb * (alpha[..., None] > 0), alpha]).astype(np.uint8)
grey_alpha = np.dstack([grey * (alpha > 0), alpha]).astype(np.uint8)

picture = Image.fromarray(rgb)
picture.save(out + "rgb.png")
picture.save(out + "rgb.bmp")
picture.save(out + "rgb.gif")
picture.save(out + "rgb.jpg", quality=95, subsampling=0)
picture.save(out + "progressive.jpg", quality=95, subsampling=0, progressive=True)
picture.save(out + "lossy.webp", quality=95)
picture.save(out + "lossless.webp", lossless=True)
picture.quantize(4).save(out + "palette.png")
picture.quantize(4).save(out + "palette.bmp")
Image.fromarray(rgba).save(out + "alpha.png")
Image.fromarray(rgba).save(out + "alpha.webp", lossless=True)
Image.fromarray(rgba).save(out + "alpha-lossy.webp", quality=95)
Image.fromarray(rgba).save(out + "transparent.gif")
Image.fromarray(grey).save(out + "grey.png")
Image.fromarray(grey).save(out + "grey.jpg", quality=95)
Image.fromarray(grey.astype(np.uint16) * 257).save(out + "grey16.png")
Image.fromarray(grey_alpha, "LA").save(out + "grey-alpha.png")
picture.convert("1").save(out + "bits.png")
picture.convert("CMYK").save(out + "cmyk.jpg", quality=95)
second = Image.new("RGB", (16, 12), "black")
picture.save(out + "animated.gif", save_all=True, append_images=[second])
picture.save(out + "animated.webp", save_all=True, append_images=[second], lossless=True)

undo = {1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270}
for value, operation in undo.items():
    stored = picture if operation is None else picture.transpose(operation)
    exif = Image.Exif()
    exif[0x0112] = value
    stored.save(out + f"orientation-{value}.png", exif=exif)
    upright = np.asarray(ImageOps.exif_transpose(Image.open(out + f"orientation-{value}.png")))
    assert (upright == rgb).all(), value
    if value in (6, 8):
        stored.save(out + f"orientation-{value}.jpg", quality=95, subsampling=0, exif=exif)
        stored.save(out + f"orientation-{value}.webp", lossless=True, exif=exif)
