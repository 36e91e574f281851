package decompgen.verticles.store;

import decompgen.domain.picture.PictureId;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Keeps uploaded images by the hash of their bytes. What a future has acknowledged survives kill
 * -9.
 */
public interface ImageStore {
  /** Writes the bytes unless they are there; returns their id. */
  Future<PictureId> put(byte[] uploaded);

  /** The bytes as uploaded. */
  Future<Optional<byte[]>> find(PictureId id);

  /**
   * Removes the image; false when there is none. Fails with IN_USE while a stored score rests on
   * it.
   */
  Future<Boolean> delete(PictureId id);
}
