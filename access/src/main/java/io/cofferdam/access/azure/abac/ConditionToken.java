package io.cofferdam.access.azure.abac;

/// A token of a condition and the offset of its first character.
record ConditionToken(Kind kind, String text, int at) {
  enum Kind {
    OPEN,
    CLOSE,
    OPEN_SET,
    CLOSE_SET,
    COMMA,
    AND,
    OR,
    NOT,
    /// A quoted text, without its quotes.
    TEXT,
    /// An operator, `true`, a number.
    WORD,
    /// `@Source[name]`; the text is both, separated by the bracket.
    ATTRIBUTE,
    END
  }
}
