package io.cofferdam.respond.cases;

/// The kinds of work on a case for each of which one person answers (RACI).
public enum StepClass implements Worded {
  TRIAGE,
  EVIDENCE,
  CONTAINMENT,
  ERADICATION,
  RECOVERY,
  NOTIFICATION,
  COMMUNICATION,
  LESSONS
}
