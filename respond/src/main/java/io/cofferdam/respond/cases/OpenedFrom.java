package io.cofferdam.respond.cases;

/// What a case was opened from.
public enum OpenedFrom implements Worded {
  PERSON,
  ALERT,
  INVESTIGATION
}
