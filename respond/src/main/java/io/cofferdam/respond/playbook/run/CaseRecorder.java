package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.casebook.Recording;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import java.util.List;
import java.util.function.Function;

/// Puts on record what is decided in view of a case; that of a [CaseBook].
///
/// INVARIANT: what it answers to be recorded is durable.
///
/// @see io.cofferdam.respond.casebook.CaseBook#record
@FunctionalInterface
public interface CaseRecorder {
  /// Asks again where somebody else was faster; an empty list changes nothing.
  Recording record(CaseId id, Function<CaseFile, List<CaseEvent>> decide);
}
