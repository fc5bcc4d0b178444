package io.cofferdam.respond.playbook;

/// Text of a document as it may be shown: one line, short, nothing that moves a terminal's cursor.
public final class Shown {
  private static final int MOST = 60;

  private Shown() {}

  public static String of(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .limit(MOST)
        .map(each -> Character.isISOControl(each) || !Character.isDefined(each) ? '?' : each)
        .forEach(shown::appendCodePoint);
    return text.codePointCount(0, text.length()) > MOST ? shown + "..." : shown.toString();
  }
}
