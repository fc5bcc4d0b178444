package io.cofferdam.app.custody;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.CustodyChain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The lists of the files of custody items, kept beside the store for one purpose: to name the
/// files that differ. What counts is the root, which is signed in the case.
///
/// @param folder `cases-custody`, made when the first is kept
public record KeptLists(Path folder) {
  private static final int SHOWN = 10;

  /// Keeps one.
  public void keep(CaseId caseId, String item, EvidenceList list) throws IOException {
    list.write(file(caseId, item));
  }

  private Path file(CaseId caseId, String item) {
    return folder.resolve(caseId + "-" + item + ".jsonl");
  }

  /// Compares what somebody holds with what was captured.
  ///
  /// @throws CofferdamException CFD-APP-0244 where it is not the same
  public void demandSame(CustodyChain chain, EvidenceList held, Path where) throws IOException {
    var item = chain.item();
    if (held.root().equals(item.root())) {
      return;
    }
    var kept = EvidenceList.read(file(item.caseId(), item.id()), item.root());
    var differences = kept.map(each -> each.differences(held)).orElse(List.of());
    throw new CofferdamException(
        "CFD-APP-0244",
        ErrorCategory.INVALID_INPUT,
        "`"
            + where
            + "` is not `"
            + item.id()
            + "` of this case: "
            + (differences.isEmpty()
                ? "another root; the list of its files is not on this machine"
                : words(differences))
            + " [root "
            + item.root()
            + "]",
        "keep it as it is; its holder is still `" + chain.holder() + "`: ask for another copy");
  }

  private static String words(List<String> differences) {
    return String.join(", ", differences.stream().limit(SHOWN).map(Captured::plain).toList())
        + (differences.size() > SHOWN ? " and " + (differences.size() - SHOWN) + " more" : "");
  }
}
