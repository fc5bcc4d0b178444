package io.cofferdam.app.review;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.posture.predicate.identity.ReaderReview;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person looks through and signs for: by data class the stores, their readers, and what
/// changed since the review before. The same snapshot and the same earlier review give the same
/// text.
///
/// @param before the last review of an older configuration
public record ReviewDocument(ReaderReview review, Optional<SignedReview> before) {
  Optional<StoreChange> change(ReaderReview.Store store) {
    return before.map(earlier -> StoreChange.of(store, earlier));
  }

  /// Stores all of whose readers are known, so that they can be signed for.
  public List<ReaderReview.Store> known() {
    return review.stores().stream().filter(ReaderReview.Store::known).toList();
  }

  /// Stores of the review before that are none of a sensitive class now, or not there any more.
  List<String> gone() {
    return before.stream()
        .flatMap(earlier -> earlier.readers().keySet().stream())
        .filter(id -> review.stores().stream().noneMatch(store -> store.id().equals(id)))
        .toList();
  }

  /// Of the text, in hexadecimal.
  public String sha256() {
    return Hash.sha256(text().getBytes(StandardCharsets.UTF_8)).hex();
  }

  /// For a person.
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("Access review: who can read which sensitive data");
    lines.add("configuration read  " + review.takenAt());
    lines.add(
        "compared with       "
            + before
                .map(
                    earlier ->
                        "the review of "
                            + earlier.takenAt()
                            + ", signed by "
                            + earlier.by()
                            + " at "
                            + earlier.at())
                .orElse("nothing: no earlier review is on record"));
    lines.add("in sum              " + sum());
    for (var sensitivity : List.of("restricted", "confidential")) {
      review.stores().stream()
          .filter(store -> store.sensitivity().equals(sensitivity))
          .forEach(store -> store(store, lines));
    }
    if (!gone().isEmpty()) {
      lines.add("");
      lines.add("In the review before, and not of a sensitive class or not there now:");
      gone().forEach(id -> lines.add("  - " + id));
    }
    if (!review.open().isEmpty()) {
      lines.add("");
      lines.add("Not known, so that there may be more readers or stores:");
      review.open().forEach(each -> lines.add("  ? " + each));
    }
    lines.add("");
    lines.add(
        "+ can read since the review before   - cannot any more   ? not certain   ! not read");
    return String.join("\n", lines) + "\n";
  }

  private String sum() {
    var unknown = review.stores().size() - known().size();
    var counts =
        counted(review.stores().size(), "store")
            + ", "
            + counted(
                review.stores().stream()
                    .flatMap(store -> store.readers().stream())
                    .distinct()
                    .count(),
                "reader")
            + (unknown == 0 ? "" : "; of " + counted(unknown, "store") + " not all are known");
    if (before.isEmpty()) {
      return counts;
    }
    var changes = review.stores().stream().map(this::change).flatMap(Optional::stream).toList();
    return counts
        + "; access gained "
        + changes.stream().mapToInt(each -> each.gained().size()).sum()
        + ", lost "
        + changes.stream().mapToInt(each -> each.lost().size()).sum()
        + ", no longer certain "
        + changes.stream().mapToInt(each -> each.unsure().size()).sum();
  }

  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void store(ReaderReview.Store store, List<String> lines) {
    var change = change(store);
    lines.add("");
    lines.add(title(store, change));
    if (!store.known()) {
      lines.add("  its readers are not all known, so that nobody can sign for it:");
      store.unread().forEach(each -> lines.add("  ! " + each));
    }
    for (var i = 0; i < store.readers().size(); i++) {
      var reader = store.readers().get(i);
      var gained = change.map(each -> each.gained().contains(reader)).orElse(false);
      lines.add((gained ? "  + " : "    ") + store.lines().get(i));
    }
    change.ifPresent(each -> each.lost().forEach(reader -> lines.add("  - " + reader)));
    change.ifPresent(
        each ->
            each.unsure().stream()
                .filter(reader -> !StoreChange.perhaps(store, reader))
                .forEach(reader -> lines.add("  ? " + reader + " could, and may still")));
    store.conditional().forEach(arn -> lines.add("  ? " + arn + " if what was not read allows it"));
    store.guarded().forEach(arn -> lines.add("  ? " + arn + " under a condition of its policies"));
  }

  private static String title(ReaderReview.Store store, Optional<StoreChange> change) {
    return store.sensitivity()
        + "  "
        + store.name()
        + "  ("
        + (store.known() ? "" : "at least ")
        + counted(store.readers().size(), "reader")
        + (store.dataClasses().isEmpty() ? "" : "; " + String.join(", ", store.dataClasses()))
        + ")"
        + (change.map(StoreChange::fresh).orElse(false) ? "  not in the review before" : "");
  }
}
