package io.cofferdam.notify.clock;

/// The unit in which a rule counts. PROMPT stands for "without undue delay" and its like: the law
/// names no number.
public enum PeriodUnit {
  HOURS,
  CALENDAR_DAYS,
  MONTHS,
  PROMPT
}
