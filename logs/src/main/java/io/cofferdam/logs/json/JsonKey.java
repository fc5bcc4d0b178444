package io.cofferdam.logs.json;

import java.nio.charset.StandardCharsets;

/// A key that is looked up in many objects. It remembers where it stood last, because the records
/// of
/// one log mostly have their keys in the same order: make one per reading, not one for all threads.
public final class JsonKey {
  final byte[] name;
  int hint;

  public JsonKey(String name) {
    this.name = name.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return new String(name, StandardCharsets.UTF_8);
  }
}
