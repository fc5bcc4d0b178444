package io.cofferdam.respond.cases;

/// What a case was opened from.
public enum Origin implements Worded {
  PERSON,
  ALERT,
  INVESTIGATION
}
