package decompgen.torch.memory;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * One safetensors file, mapped into memory: its tensors are views of the file's pages, read-only,
 * and must not be used after {@link #close()}.
 */
public final class Safetensors implements AutoCloseable {
  private final Path file;
  private final SafetensorsHeader header;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment data;

  private Safetensors(Path file) throws IOException {
    this.file = file;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      this.header = SafetensorsHeader.read(file, channel);
      long length = channel.size() - header.dataStart();
      this.data = channel.map(FileChannel.MapMode.READ_ONLY, header.dataStart(), length, arena);
    }
  }

  /**
   * @throws Failure MODEL_UNREADABLE when the file is missing, truncated or contradicts itself
   */
  public static Safetensors open(Path file) {
    Torch.load();
    try {
      return new Safetensors(file);
    } catch (NoSuchFileException missing) {
      throw new Failure(ErrorCode.MODEL_UNREADABLE, file + " is missing", missing);
    } catch (IOException failed) {
      throw new Failure(ErrorCode.MODEL_UNREADABLE, file + ": " + failed.getMessage(), failed);
    }
  }

  public Path file() {
    return file;
  }

  public Set<String> keys() {
    return header.tensors().keySet();
  }

  public boolean has(String key) {
    return header.tensors().containsKey(key);
  }

  /**
   * @throws Failure MODEL_UNREADABLE when there is no such key
   */
  public TensorInfo info(String key) {
    TensorInfo info = header.tensors().get(key);
    if (info != null) return info;
    throw new Failure(ErrorCode.MODEL_UNREADABLE, file + " has no tensor " + key);
  }

  /**
   * A view of the file; where its bytes are not aligned for its dtype, a copy.
   *
   * @throws Failure MODEL_UNREADABLE when there is no such key
   */
  public Tensor tensor(String key) {
    TensorInfo info = info(key);
    if (info.end() == info.begin())
      return torch.zeros(info.sizes(), new TensorOptions(info.dtype().scalarType()));
    MemorySegment bytes = data.asSlice(info.begin(), info.end() - info.begin());
    if (bytes.address() % info.dtype().bytes() == 0) return view(bytes, info);
    return TensorScope.of(
        () ->
            view(bytes, new TensorInfo(Dtype.U8, List.of(bytes.byteSize()), 0, bytes.byteSize()))
                .clone()
                .view(info.dtype().scalarType())
                .view(info.sizes()));
  }

  private static Tensor view(MemorySegment bytes, TensorInfo info) {
    return torch.from_blob(
        new Address(bytes.address()), info.sizes(), new TensorOptions(info.dtype().scalarType()));
  }

  /** A bare address; freeing it is the arena's business. */
  private static final class Address extends BytePointer {
    Address(long address) {
      super((Pointer) null);
      this.address = address;
    }
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) arena.close();
  }
}
