package io.cofferdam.respond.cases;

/// What a case refers to.
public enum LinkKind implements Worded {
  ALERT,
  FINDING,
  REPORT,
  PACK
}
