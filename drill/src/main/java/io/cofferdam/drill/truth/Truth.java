package io.cofferdam.drill.truth;

import io.cofferdam.model.read.ReaderKind;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What really happened in a generated world; `truth.json` is this record as JSON
/// (`truth.schema.json`).
///
/// @param version of the shape; 1
/// @param exposures spans in which a resource stood open, as they took effect
/// @param readers who took what
/// @param objects distinct objects (versions count apart) of which content was taken, over all
///     stores and readers
/// @param people distinct data subjects concerned
/// @param subjects distinct data subjects by true country and data class; pairs without a person
///     are left out
/// @param unresolved of those people, how many per data class have no residence in the register
/// @param artefacts versions of weights or prompts that were taken
/// @param origin the answer, in the words of the report; several where several stores were read
/// @param duties what the law asks for
/// @param flags what a test that asks for equality must know
/// @param story what happened, in sentences
public record Truth(
    int version,
    String scenario,
    long seed,
    Instant from,
    Instant until,
    List<ExposureTruth> exposures,
    List<ReaderTruth> readers,
    long objects,
    long people,
    List<SubjectTruth> subjects,
    SortedMap<String, Long> unresolved,
    List<ArtefactTruth> artefacts,
    List<String> origin,
    List<DutyTruth> duties,
    Flags flags,
    List<String> story) {
  public Truth {
    exposures = List.copyOf(exposures);
    readers = List.copyOf(readers);
    subjects = List.copyOf(subjects);
    artefacts = List.copyOf(artefacts);
    origin = List.copyOf(origin);
    duties = List.copyOf(duties);
    story = List.copyOf(story);
  }

  /// One span of exposure; `until` null when it was still open at the end of the period.
  ///
  /// @param kind kind of resource, in the model's words
  /// @param audience `anyone`, `any account of the provider`, or `account 123456789012`
  /// @param edgeSeconds how long the changes took to take effect, at most
  public record ExposureTruth(
      String resource,
      String kind,
      String audience,
      Instant from,
      @Nullable Instant until,
      long edgeSeconds,
      boolean waitsForAccess) {}

  /// What one outsider took from one resource.
  ///
  /// @param objects distinct objects of which content was taken
  /// @param partialObjects how many of them were never sent whole
  /// @param reads successful requests for content; `listings` successful listings
  /// @param bytes bytes of content sent
  public record ReaderTruth(
      ReaderKind kind,
      String principal,
      List<String> addresses,
      String resource,
      long objects,
      long partialObjects,
      long reads,
      long listings,
      long bytes,
      @Nullable Instant first,
      @Nullable Instant last) {
    public ReaderTruth {
      addresses = List.copyOf(addresses);
    }
  }

  public record SubjectTruth(String country, String dataClass, long people) {}

  /// One version of an artefact of which something was taken.
  ///
  /// @param parts files of the version taken in full, of `partsTotal`
  public record ArtefactTruth(
      String resource, String kind, String version, long parts, long partsTotal) {}

  /// What the law asks for, judged by the true facts with awareness at `until`.
  ///
  /// @param rule `eu-gdpr-33-1`, `eu-gdpr-34-1`, `eu-nis2-23-4`, `uk-gdpr-33-1`
  /// @param state `required`, `undetermined` or `not-required`
  public record DutyTruth(String rule, String state, String because) {}

  /// What a test that asks for equality must know.
  ///
  /// @param complete no log, digest, inventory or metering was lost, the sources tell of all, and
  ///     something proves that they do (nothing does of a database's own log, or of a container's)
  /// @param partialReads some read sent only part of an object
  /// @param unloggedReads some read stands in no log, even an undamaged one
  /// @param versions some store keeps versions
  /// @param zz some person concerned has no residence in the register
  /// @param edgeReads some read happened while a change was taking effect
  /// @param waitsForAccess the kind of exposure waits for the access engine
  /// @param quiet nothing leaked
  public record Flags(
      boolean complete,
      boolean partialReads,
      boolean unloggedReads,
      boolean versions,
      boolean zz,
      boolean edgeReads,
      boolean waitsForAccess,
      boolean quiet) {

    /// Whether a perfect investigator's bounds are single numbers.
    public boolean exact() {
      return complete && !partialReads && !unloggedReads && !zz && !edgeReads && !waitsForAccess;
    }
  }
}
