package decompgen.torch.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a safetensors file says of itself: u64 length of the header in little-endian, the header in
 * JSON, the tensors' bytes. Everything is checked against the file before a byte is used.
 *
 * @param dataStart offset of the tensors' bytes in the file
 */
record SafetensorsHeader(Map<String, TensorInfo> tensors, long dataStart) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What writers note beside the tensors. */
  private static final String NOTES = "__metadata__";

  /** As in the safetensors library. */
  private static final long LONGEST = 100_000_000;

  /**
   * @throws Failure MODEL_UNREADABLE, naming file and key, when header and file disagree
   */
  static SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < 8) throw broken(file, "it has " + size + " bytes, so it is no safetensors file");
    long length = bytes(file, channel, 0, 8).getLong();
    if (length < 2 || length > LONGEST || length > size - 8)
      throw broken(
          file, "its header claims " + length + " bytes, the file has " + size + ": truncated?");
    JsonNode header = JSON.readTree(bytes(file, channel, 8, (int) length).array());
    if (!header.isObject()) throw broken(file, "its header is no JSON object");
    long dataStart = 8 + length;
    Map<String, TensorInfo> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header.properties())
      if (!entry.getKey().equals(NOTES))
        tensors.put(entry.getKey(), info(file, entry.getKey(), entry.getValue(), size - dataStart));
    return new SafetensorsHeader(tensors, dataStart);
  }

  private static TensorInfo info(Path file, String key, JsonNode node, long available) {
    JsonNode offsets = node.path("data_offsets");
    if (!node.path("dtype").isTextual() || !node.path("shape").isArray() || offsets.size() != 2)
      throw broken(file, key + " lacks dtype, shape or data_offsets");
    TensorInfo info =
        new TensorInfo(
            dtype(file, key, node.get("dtype").asText()),
            shape(file, key, node.get("shape")),
            offsets.get(0).asLong(-1),
            offsets.get(1).asLong(-1));
    if (info.begin() < 0 || info.end() < info.begin() || info.end() > available)
      throw broken(
          file,
          "%s lies at bytes %d to %d, the file has %d: truncated?"
              .formatted(key, info.begin(), info.end(), available));
    long needed = Math.multiplyExact(info.elements(), info.dtype().bytes());
    if (needed != info.end() - info.begin())
      throw broken(
          file,
          "%s %s %s takes %d bytes, its offsets give %d"
              .formatted(key, info.dtype(), info.shape(), needed, info.end() - info.begin()));
    return info;
  }

  private static Dtype dtype(Path file, String key, String name) {
    try {
      return Dtype.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw broken(file, key + " has the unknown dtype " + name);
    }
  }

  private static List<Long> shape(Path file, String key, JsonNode extents) {
    List<Long> shape = new ArrayList<>();
    long product = 1;
    for (JsonNode extent : extents) {
      long value = extent.asLong(-1);
      if (value < 0 || (value > 0 && product > (1L << 50) / value))
        throw broken(file, key + " has the impossible shape " + extents);
      product *= Math.max(1, value);
      shape.add(value);
    }
    return shape;
  }

  private static ByteBuffer bytes(Path file, FileChannel channel, long at, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining())
      if (channel.read(buffer, at + buffer.position()) < 0)
        throw broken(file, "it ends within its header");
    return buffer.flip();
  }

  private static Failure broken(Path file, String why) {
    return new Failure(
        ErrorCode.MODEL_UNREADABLE, file + ": " + why + ". Fetch or convert the file again.");
  }
}
