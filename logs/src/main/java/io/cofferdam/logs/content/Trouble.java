package io.cofferdam.logs.content;

/// Hears what is odd about a content.
public interface Trouble {
  /// Worth knowing; nothing is missing.
  void note(String text);

  /// The rest of the content could not be read, or what was read is damaged.
  void cutShort(String why);
}
