package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.Worded;

/// What can be wrong with a playbook.
public enum FlawKind implements Worded {
  /// The document cannot be read as JSON or YAML.
  NO_DOCUMENT,
  TOO_LARGE,
  /// YAML that refers to another part of itself.
  ALIAS,
  DUPLICATE_KEY,
  UNKNOWN_FIELD,
  MISSING_FIELD,
  WRONG_TYPE,
  WRONG_VALUE,
  WRONG_ID,
  WRONG_CONDITION,
  /// `on_completion` beside `on_success` or `on_failure`, or a way on from an end.
  WRONG_WAY_ON,
  /// It was withdrawn by its author.
  REVOKED,

  WRONG_START,
  DANGLING_STEP,
  UNREACHABLE_STEP,
  NO_END,
  CYCLE,
  /// A step belongs to two branches, or a branch runs on into what follows it.
  SHARED_STEP,
  SINGLE_BRANCH,
  NO_DEFAULT,
  UNBOUNDED_LOOP,
  UNCHANGING_LOOP,

  NO_GATE,
  GATE_OPENS_ITSELF,
  WRONG_QUORUM,
  WRONG_EXPIRY,
  NO_ESCALATION,
  NO_COUNSEL,
  NO_LEGAL_GATE,
  NO_INVERSE,
  LATE_EVIDENCE,
  MAY_DESTROY,

  NOBODY_ACCOUNTABLE,
  NOBODY_RESPONSIBLE,
  NO_DONE_WHEN,
  NO_PHASE,

  UNKNOWN_ACT,
  WRONG_TARGET,
  UNKNOWN_AGENT,
  UNKNOWN_PLAYBOOK,
  RECURSION,
  UNKNOWN_CLOCK,

  UNDEFINED_VARIABLE,
  UNSET_VARIABLE,
  CONSTANT_CHANGED,
  UNKNOWN_ANSWER
}
