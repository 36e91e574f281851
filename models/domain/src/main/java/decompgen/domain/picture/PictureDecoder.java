package decompgen.domain.picture;

/** Turns uploaded bytes into a picture. */
public interface PictureDecoder {
  /**
   * Decodes the first frame, applies the EXIF orientation, drops transparency onto white.
   *
   * @throws decompgen.domain.error.Failure IMAGE_FORMAT_UNKNOWN, IMAGE_TOO_LARGE or
   *     IMAGE_UNREADABLE; size, pixel and format limits are refused before pixels are allocated
   */
  Picture decode(byte[] uploaded);
}
