package io.cofferdam.logs.json;

/// What a value is.
public enum JsonKind {
  ABSENT,
  NULL,
  TEXT,
  NUMBER,
  BOOLEAN,
  OBJECT,
  ARRAY
}
