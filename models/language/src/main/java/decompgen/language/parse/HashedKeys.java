package decompgen.language.parse;

import java.nio.LongBuffer;

/**
 * A set of 64-bit keys in an open-addressing table, each known by its slot from 0; 0 marks a free
 * slot. With a million keys the chance that two strings share a key is below one in ten million, so
 * the strings themselves are not kept.
 */
final class HashedKeys {
  private final LongBuffer slots;

  HashedKeys(LongBuffer slots) {
    this.slots = slots;
  }

  /** The key of a text under a number that keeps equal texts of different kinds apart. */
  static long key(int kind, String text) {
    long hash = 0x9E3779B97F4A7C15L * (kind + 1);
    for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x00000100000001B3L;
    hash ^= hash >>> 32;
    hash *= 0xD6E8FEB86659FD93L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }

  /** The slot of the key, or -1. */
  int slot(long key) {
    int capacity = slots.limit();
    for (int slot = home(key, capacity); ; slot = slot + 1 == capacity ? 0 : slot + 1) {
      long found = slots.get(slot);
      if (found == key) return slot;
      if (found == 0) return -1;
    }
  }

  /** Puts different keys into a table with a third of its slots free. */
  static long[] table(long[] keys) {
    long[] table = new long[keys.length + keys.length / 2 + 1];
    for (long key : keys) {
      int slot = home(key, table.length);
      while (table[slot] != 0) {
        if (table[slot] == key) throw new IllegalStateException("two texts share the key " + key);
        slot = slot + 1 == table.length ? 0 : slot + 1;
      }
      table[slot] = key;
    }
    return table;
  }

  private static int home(long key, int capacity) {
    return (int) Math.unsignedMultiplyHigh(key, capacity);
  }
}
