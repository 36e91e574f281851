package decompgen.verticles.store;

import decompgen.domain.picture.PictureId;
import io.vertx.core.Future;
import java.util.Optional;

/** Keeps nothing: for a command that scores once in its own process, without a data folder. */
public final class ForgetfulImageStore implements ImageStore {
  @Override
  public Future<PictureId> put(byte[] uploaded) {
    return Future.succeededFuture(PictureId.of(uploaded));
  }

  @Override
  public Future<Optional<byte[]>> find(PictureId id) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<Boolean> delete(PictureId id) {
    return Future.succeededFuture(false);
  }
}
