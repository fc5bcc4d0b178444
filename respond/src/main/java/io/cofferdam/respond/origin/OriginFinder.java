package io.cofferdam.respond.origin;

import io.cofferdam.model.Reason;
import io.cofferdam.model.datamap.Canary;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.origin.Origin;
import io.cofferdam.model.origin.OriginAnswer;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.respond.reads.ObjectTable;
import io.cofferdam.respond.reads.ReadFindings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Decides where leaked data came from, by a table and not by likelihood.
///
/// A canary in the leaked text names its store, whoever was seen reading. Without one, the stores
/// that proved readers read. Stores that only suspected readers read, or that stood open without
/// a known read, do not decide: the answer stays undetermined and says which they are.
public final class OriginFinder {
  private final ReadFindings findings;
  private final Set<OriginAnswer> answers = new LinkedHashSet<>();
  private final List<Reason> because = new ArrayList<>();

  private OriginFinder(ReadFindings findings) {
    this.findings = findings;
  }

  /// Finds the origin.
  ///
  /// @param leaked a text file or a folder of them that somebody published or sent, or empty
  public static Origin find(ReadFindings findings, Scope scope, Optional<Path> leaked) {
    var finder = new OriginFinder(findings);
    leaked.ifPresent(finder::byCanaries);
    if (finder.answers.isEmpty()) {
      finder.byReads();
    }
    if (finder.answers.isEmpty()) {
      finder.undetermined(scope);
    }
    return new Origin(List.copyOf(finder.answers), finder.because);
  }

  private void byCanaries(Path leaked) {
    var canaries = findings.question().dataMap().canaries();
    var text = LeakedText.read(leaked);
    if (text.passedOver() > 0) {
      because.add(
          Reason.of(
              text.passedOver()
                  + " leaked files were not searched: more than "
                  + (LeakedText.MAX_BYTES >> 20)
                  + " MiB in all"));
    }
    if (canaries.isEmpty()) {
      because.add(
          Reason.of(
              "the data map names no canaries, so the leaked text cannot be matched to a store"));
      return;
    }
    var result = new CanaryScan(canaries).scan(text.texts());
    result.found().forEach(this::canary);
    if (result.found().isEmpty()) {
      because.add(
          Reason.of(
              "none of the "
                  + canaries.size()
                  + " canaries stands in the leaked text"
                  + (result.whole() ? "" : ", as far as it was searched")
                  + "; data without a canary can still be the company's, be made up by a model, or"
                  + " come from elsewhere"));
    }
  }

  private void canary(Canary canary) {
    var store =
        findings.question().dataMap().stores().stream()
            .filter(s -> s.name().equals(canary.store()))
            .findFirst();
    if (store.isEmpty()) {
      because.add(
          Reason.of(
              "a canary of the store `"
                  + canary.store()
                  + "` stands in the leaked text, but the data map has no such store"));
      return;
    }
    var answer = answer(store.get());
    if (answer.isPresent()) {
      answers.add(answer.get());
    }
    because.add(
        Reason.of(
            "a canary stands in the leaked text that only `"
                + canary.store()
                + "` holds"
                + (canary.plantedAt() == null ? "" : ", planted at " + canary.plantedAt())
                + (answer.isPresent() ? "" : "; that store's role is not one of an origin")));
  }

  private void byReads() {
    var byStore = new TreeMap<String, List<ReaderReads>>();
    for (var reads : findings.readers()) {
      if (reads.reads() > 0 && reads.reader().kind() != ReaderKind.SUSPECTED) {
        byStore.computeIfAbsent(reads.resource().id(), id -> new ArrayList<>()).add(reads);
      }
    }
    byStore.values().forEach(this::read);
  }

  private void read(List<ReaderReads> reads) {
    var resource = reads.getFirst().resource();
    long count = reads.stream().mapToLong(ReaderReads::reads).sum();
    var events = reads.stream().flatMap(r -> r.events().stream()).limit(5).toList();
    var units = findings.objects().unitsOf(resource);
    var touched = new LinkedHashSet<Integer>();
    for (int i = 0; i < findings.objects().size(); i++) {
      if (findings.objects().has(i, PROVED)) {
        touched.add(findings.objects().unit(i));
      }
    }
    for (var unit : units) {
      if (!touched.contains(unit.number())) {
        continue;
      }
      var store = unit.store();
      var answer = store == null ? Optional.<OriginAnswer>empty() : answer(store);
      if (answer.isPresent()) {
        answers.add(answer.get());
        because.add(
            new Reason(
                count
                    + " reads of `"
                    + unit.name()
                    + "` by those it was not meant for; it holds "
                    + answer.get().words(),
                events));
      } else {
        because.add(
            new Reason(
                "`"
                    + unit.name()
                    + "` was read by those it was not meant for, and "
                    + (store == null || store.role() == StoreRole.UNKNOWN
                        ? "the data map does not say what it is to the model"
                        : "it is no part of the model's chain"),
                events));
      }
    }
  }

  private static final int PROVED = ObjectTable.WHOLE | ObjectTable.UNSIZED | ObjectTable.PART;

  private void undetermined(Scope scope) {
    answers.add(OriginAnswer.UNDETERMINED);
    for (var store : scope.stores()) {
      if (store.objects().atLeast() == 0 && store.objects().atMost() > 0) {
        if (because.size() < 20) {
          because.add(
              Reason.of(
                  "`"
                      + store.store().shortName()
                      + "` may have been read, but no read by an outsider is proved"));
        }
      }
    }
    if (scope.noEvidenceOfAccess()) {
      because.add(Reason.of("the logs are complete and show no read by an outsider"));
    }
    if (because.isEmpty()) {
      because.add(
          Reason.of(
              "no read by an outsider is known, and no leaked text was given; give it with --leaked,"
                  + " and plant canaries"));
    }
  }

  private static Optional<OriginAnswer> answer(Store store) {
    return switch (store.role()) {
      case TRAINING_DATA -> Optional.of(OriginAnswer.TRAINING_DATA);
      case WEIGHTS -> Optional.of(OriginAnswer.WEIGHTS);
      case INFERENCE_DATA -> Optional.of(OriginAnswer.INFERENCE_DATA);
      case RETRIEVAL_STORE -> Optional.of(OriginAnswer.RETRIEVAL_STORE);
      case CUSTOMER_STORE -> Optional.of(OriginAnswer.CUSTOMER_STORE);
      case LOGS, CODE, OTHER, UNKNOWN -> Optional.empty();
    };
  }
}
