package decompgen.torch.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Writes tensors as the safetensors library does, byte for byte: the widest dtypes first, then by
 * name; the header padded with spaces to eight bytes.
 */
public final class SafetensorsWriter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long CHUNK = 1 << 26;

  private SafetensorsWriter() {}

  /**
   * Writes the file and forces it to the disk.
   *
   * @param metadata notes such as {@code format: pt}; an empty one leaves no trace
   * @throws IOException when the disk is full or the folder cannot be written
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    List<Map.Entry<String, Tensor>> sorted = sorted(tensors);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writeAll(channel, header(sorted, metadata));
      for (Map.Entry<String, Tensor> entry : sorted) write(channel, entry.getValue());
      channel.force(true);
    }
  }

  private static List<Map.Entry<String, Tensor>> sorted(Map<String, Tensor> tensors) {
    Comparator<Map.Entry<String, Tensor>> widestFirst =
        Comparator.comparing(entry -> -dtype(entry.getValue()).bytes());
    Comparator<byte[]> bytewise = Arrays::compareUnsigned;
    return tensors.entrySet().stream()
        .sorted(
            widestFirst.thenComparing(
                entry -> entry.getKey().getBytes(StandardCharsets.UTF_8), bytewise))
        .toList();
  }

  private static ByteBuffer header(
      List<Map.Entry<String, Tensor>> sorted, Map<String, String> metadata)
      throws JsonProcessingException {
    Map<String, Object> header = new LinkedHashMap<>();
    if (!metadata.isEmpty()) header.put("__metadata__", metadata);
    long at = 0;
    for (Map.Entry<String, Tensor> entry : sorted) {
      Dtype dtype = dtype(entry.getValue());
      long end = at + entry.getValue().numel() * dtype.bytes();
      Map<String, Object> info = new LinkedHashMap<>();
      info.put("dtype", dtype.name());
      info.put("shape", Tensors.shape(entry.getValue()));
      info.put("data_offsets", List.of(at, end));
      header.put(entry.getKey(), info);
      at = end;
    }
    byte[] json = JSON.writeValueAsBytes(header);
    int padded = Math.ceilDiv(json.length, 8) * 8;
    byte[] spaced = Arrays.copyOf(json, padded);
    Arrays.fill(spaced, json.length, padded, (byte) ' ');
    return ByteBuffer.allocate(8 + padded)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(padded)
        .put(spaced)
        .flip();
  }

  private static void write(FileChannel channel, Tensor tensor) throws IOException {
    try (TensorScope _ = TensorScope.open()) {
      Tensor host = tensor.detach().to(Device.CPU.torch(), tensor.scalar_type()).contiguous();
      long size = host.numel() * dtype(tensor).bytes();
      if (size == 0) return;
      MemorySegment bytes = MemorySegment.ofAddress(host.data_ptr().address()).reinterpret(size);
      for (long at = 0; at < size; at += CHUNK)
        writeAll(channel, bytes.asSlice(at, Math.min(CHUNK, size - at)).asByteBuffer());
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) channel.write(buffer);
  }

  private static Dtype dtype(Tensor tensor) {
    return Arrays.stream(Dtype.values())
        .filter(dtype -> dtype.scalarType() == tensor.scalar_type().intern())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no safetensors dtype for " + tensor.scalar_type()));
  }
}
