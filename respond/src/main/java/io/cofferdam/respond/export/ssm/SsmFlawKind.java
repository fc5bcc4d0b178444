package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.cases.Worded;

/// What can be wrong with a document of SSM Automation, beside what any document can have.
public enum SsmFlawKind implements Worded {
  SCHEMA_VERSION,
  TOO_LONG,
  WRONG_NAME,
  DUPLICATE_STEP,
  UNKNOWN_ACTION,
  UNKNOWN_INPUT,
  MISSING_INPUT,
  WRONG_INPUT,
  UNKNOWN_API,
  WRONG_API_INPUT,
  WRONG_OUTPUT,
  WRONG_PARAMETER,
  WRONG_TIMEOUT,
  WRONG_CHOICE,

  DANGLING_STEP,
  UNREACHABLE_STEP,
  ENDLESS_LOOP,
  /// Two properties that speak against each other: `isEnd` and `nextStep`.
  CONTRADICTION,

  BROKEN_REFERENCE,
  UNKNOWN_REFERENCE,
  /// What is referred to is not there yet, or not on every way.
  LATE_REFERENCE,

  /// Something is changed and nobody was asked before.
  NO_GATE
}
