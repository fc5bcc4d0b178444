package io.cofferdam.notify.rule;

/// Where a rule stands in the law.
///
/// @param celex the CELEX number, or empty for acts that have none
/// @param url where the text can be read
public record Citation(String act, String article, String paragraph, String celex, String url) {
  /// As a lawyer writes it: `Art. 33(1) Regulation (EU) 2016/679`.
  public String words() {
    return "Art. " + article + (paragraph.isEmpty() ? "" : "(" + paragraph + ")") + " " + act;
  }
}
