package io.cofferdam.respond.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.evidence.key.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// A case of invented people, one event a minute, each with a key of their own.
final class MadeCase {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final CaseId ID = CaseId.of(START, new byte[] {1, 2, 3, 4});
  static final String PLAN = "ab".repeat(32);
  static final PersonId MARA = new PersonId("mara.lind");
  static final PersonId TOMAS = new PersonId("tomas.beck");
  static final PersonId INES = new PersonId("ines.ruiz");

  private CaseFile file;
  private Instant now = START;

  private MadeCase(CaseFile file) {
    this.file = file;
  }

  /// Opened by Mara, who is then enrolled as its lead.
  static MadeCase opened() {
    return opened(by(MARA));
  }

  static MadeCase opened(Actor by) {
    var opened =
        new CaseEvent.Opened(
            START, by, ID, "Bucket shop-training is public", OpenedFrom.PERSON, "");
    return new MadeCase(accepted(CaseFile.of(java.util.List.of(opened))));
  }

  /// With three people on it: Mara leads, Tomas is a cloud engineer, Ines is counsel.
  static MadeCase staffed() {
    return opened()
        .enrol(MARA, Role.INCIDENT_LEAD)
        .enrol(TOMAS, Role.CLOUD_ENGINEER)
        .enrol(INES, Role.LEGAL_COUNSEL);
  }

  static Actor by(PersonId person) {
    return new Actor.Person(person);
  }

  /// The key that this person always has.
  static SigningKey key(PersonId person) {
    return key(person.value());
  }

  static SigningKey key(String seed) {
    return SigningKey.ofSeed(Arrays.copyOf(seed.getBytes(StandardCharsets.UTF_8), 32));
  }

  static String signature(SigningKey key, byte[] message) {
    return Base64.getEncoder().encodeToString(key.sign(message));
  }

  CaseFile file() {
    return file;
  }

  /// The time of the next event.
  Instant next() {
    now = now.plus(Duration.ofMinutes(1));
    return now;
  }

  MadeCase at(Instant time) {
    now = time.minus(Duration.ofMinutes(1));
    return this;
  }

  MadeCase enrol(PersonId person, Role... roles) {
    return enrol(person, key(person), roles);
  }

  MadeCase enrol(PersonId person, SigningKey key, Role... roles) {
    return does(
        new CaseEvent.PersonEnrolled(
            next(), by(MARA), person, Set.of(roles), Optional.of(key.verifier().line())));
  }

  ApprovalRequest request(String id, Actor requester, ApprovalRule rule) {
    return new ApprovalRequest(
        ID, id, PLAN, "close the bucket", rule, requester, START.plus(Duration.ofHours(4)));
  }

  /// Mara asks that so many people approve.
  MadeCase asks(String id, int quorum) {
    return asks(id, ApprovalRule.people(quorum));
  }

  MadeCase asks(String id, ApprovalRule rule) {
    var request = request(id, by(MARA), rule);
    return does(
        new CaseEvent.ApprovalRequested(
            next(), by(MARA), request, signature(key(MARA), request.requestBytes())));
  }

  CaseEvent.ApprovalGiven approval(String id, PersonId person) {
    return approval(id, person, key(person));
  }

  CaseEvent.ApprovalGiven approval(String id, PersonId person, SigningKey key) {
    var request = file.approvals().get(id).request();
    return new CaseEvent.ApprovalGiven(
        next(), by(person), id, signature(key, request.approvalBytes(person)));
  }

  MadeCase does(CaseEvent event) {
    file = accepted(file.attempt(event));
    return this;
  }

  String refused(CaseEvent event) {
    var judged = file.attempt(event);
    assertThat(judged).isInstanceOf(Judged.Refused.class);
    var refused = (Judged.Refused) judged;
    assertThat(refused.number()).isEqualTo(file.version() + 1);
    return refused.words();
  }

  ApprovalStatus status(String id) {
    return file.approval(id, now).orElseThrow();
  }

  private static CaseFile accepted(Judged judged) {
    assertThat(judged).isInstanceOf(Judged.Accepted.class);
    return ((Judged.Accepted) judged).file();
  }
}
