package io.cofferdam.respond.cases;

import io.cofferdam.evidence.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What can happen to a case. A record may hold anything; [CaseFile#attempt] says whether it may
/// happen.
public sealed interface CaseEvent {
  Instant at();

  Actor by();

  /// The first event of every case.
  ///
  /// @param reference of the alert or report it was opened from, or empty
  record Opened(Instant at, Actor by, CaseId id, String title, OpenedFrom origin, String reference)
      implements CaseEvent {}

  /// Somebody comes on the case.
  ///
  /// @param key an Ed25519 public key in its line form `name+id+key`, if they will approve
  record PersonEnrolled(
      Instant at, Actor by, PersonId person, Set<Role> roles, Optional<String> key)
      implements CaseEvent {
    public PersonEnrolled {
      roles = Role.ordered(roles);
    }
  }

  record PersonRemoved(Instant at, Actor by, PersonId person, String why) implements CaseEvent {}

  /// Replaces the row of that kind of work.
  record RaciAssigned(Instant at, Actor by, RaciRow row) implements CaseEvent {}

  record ContactAdded(Instant at, Actor by, Contact contact) implements CaseEvent {}

  record TaskAdded(
      Instant at, Actor by, String task, StepClass step, String title, Optional<Instant> due)
      implements CaseEvent {}

  record TaskAssigned(Instant at, Actor by, String task, PersonId assignee) implements CaseEvent {}

  record TaskDone(Instant at, Actor by, String task, String outcome) implements CaseEvent {}

  record Linked(Instant at, Actor by, Link link) implements CaseEvent {}

  record StateChanged(Instant at, Actor by, CaseState to, String why) implements CaseEvent {}

  record Noted(Instant at, Actor by, String text) implements CaseEvent {}

  /// Somebody asks that a plan be approved.
  ///
  /// @param signature of the requester over [ApprovalRequest#requestBytes], base64; empty where a
  ///     machine asks
  record ApprovalRequested(Instant at, Actor by, ApprovalRequest request, String signature)
      implements CaseEvent {}

  /// Somebody approves.
  ///
  /// @param signature over [ApprovalRequest#approvalBytes], base64
  record ApprovalGiven(Instant at, Actor by, String request, String signature)
      implements CaseEvent {}

  record ApprovalRejected(Instant at, Actor by, String request, String why) implements CaseEvent {}

  record ApprovalWithdrawn(Instant at, Actor by, String request, String why) implements CaseEvent {}

  record ApprovalExpired(Instant at, Actor by, String request) implements CaseEvent {}

  /// An approved plan is about to be carried out: the approval is used up.
  ///
  /// @param act which act of the case
  record ApprovalUsed(Instant at, Actor by, String request, String act) implements CaseEvent {}

  /// What the act engine puts on record of an act. Never refused for the state of the case: what
  /// was done was done.
  ///
  /// @param act which act of the case
  /// @param step of its life, such as `planned`, `executed`, `rolled-back`
  /// @param outcome how the step ended
  /// @param payload whatever the engine needs to go on or back
  record ActRecorded(
      Instant at, Actor by, String act, String step, String outcome, Json.Members payload)
      implements CaseEvent {}

  /// What the interpreter of playbooks puts on record of a run. Never refused for the state of the
  /// case: what was done was done.
  ///
  /// @param run which run of the case, such as `P1`
  /// @param step what happened, such as `started`, `asked`, `settled`
  /// @param payload whatever the interpreter needs to go on or back
  record PlaybookRecorded(Instant at, Actor by, String run, String step, Json.Members payload)
      implements CaseEvent {}

  /// What happens to evidence that was taken into custody; [CustodyChain] tells who holds it.
  sealed interface Custody extends CaseEvent {
    /// Which item of the case, such as `E1`.
    String item();
  }

  /// Somebody takes copied logs into custody.
  ///
  /// @param signature of theirs over [CustodyChain#bytes(EvidenceCaptured)], base64
  record EvidenceCaptured(Instant at, Actor by, CustodyItem taken, String signature)
      implements Custody {
    @Override
    public String item() {
      return taken.id();
    }
  }

  /// Its holder hands an item over; it stays theirs until it is received.
  ///
  /// @param signature of the holder over [CustodyChain#bytes(Custody)], base64
  record EvidenceHanded(Instant at, Actor by, String item, PersonId to, String signature)
      implements Custody {}

  /// Who was handed an item has checked what they hold, and answers for it from now on.
  ///
  /// @param root of the files that they hold
  /// @param keptAt where they lie, in their words
  /// @param signature of theirs over [CustodyChain#bytes(Custody)], base64
  record EvidenceReceived(
      Instant at, Actor by, String item, String root, String keptAt, String signature)
      implements Custody {}

  /// Its holder has copied an item to where nobody can delete it before a day, and read it back.
  ///
  /// @param signature of the holder over [CustodyChain#bytes(Custody)], base64
  record EvidenceStored(Instant at, Actor by, String item, StoredCopy copy, String signature)
      implements Custody {}

  /// Somebody says that they read an item, and why. It is not signed.
  record EvidenceRead(Instant at, Actor by, String item, String why) implements Custody {}
}
