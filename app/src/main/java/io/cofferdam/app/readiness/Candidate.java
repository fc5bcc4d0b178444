package io.cofferdam.app.readiness;

import java.util.List;

/// A change that is tried on the logs of a store, or on what is said of it.
///
/// @param id stable
/// @param resource what is changed
/// @param lack what is missing as things are, in words that follow "because"
/// @param change what to do, in a sentence
/// @param how the command, or empty
/// @param logs the logs with the change; `subject` what is said of the store with it
/// @param cost in words; how many events a day is said apart where `logsReads`
/// @param logsReads whether it logs an event for each read
record Candidate(
    String id,
    String resource,
    List<String> controls,
    String lack,
    String change,
    String how,
    StoreLogs logs,
    Subject subject,
    String cost,
    boolean logsReads) {
  Candidate {
    controls = List.copyOf(controls);
  }
}
