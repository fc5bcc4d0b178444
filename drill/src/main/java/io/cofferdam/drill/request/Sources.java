package io.cofferdam.drill.request;

/// Which sources and helps the company has at all.
///
/// @param dataEvents whether the trail logs object accesses
/// @param serverAccessLogs whether the buckets write server access logs
/// @param selectors whether the setting of the trail's event selectors is in the logs
/// @param startState whether the stores' state at the start is known (bucket creation or an AWS
///     Config item)
/// @param dataMap whether `data-map.yaml` is written
/// @param subjectIndex whether it comes with a subject index, else with totals per country
public record Sources(
    boolean dataEvents,
    boolean serverAccessLogs,
    boolean inventory,
    boolean usage,
    boolean digests,
    boolean selectors,
    boolean startState,
    boolean dataMap,
    boolean subjectIndex) {
  public static final Sources ALL =
      new Sources(true, true, true, true, true, true, true, true, true);
}
