package io.cofferdam.app.custody;

import io.cofferdam.app.BuildInfo;
import io.cofferdam.app.fetch.FetchManifest;
import io.cofferdam.app.fetch.FetchedFile;
import io.cofferdam.app.fetch.FetchedFolder;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.CustodyItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A custody item of a fetched folder.
///
/// @param folder as it was read and hashed; `list` its files
/// @param checkedFrom when the hashing began
public record Captured(FetchedFolder folder, EvidenceList list, Instant checkedFrom) {
  private static final int MOST = 100;
  private static final int MOST_GAPS = 500;
  private static final int LONGEST = 280;

  /// @throws CofferdamException CFD-APP-0243 where there is no file in it
  public Captured {
    if (folder.files().isEmpty()) {
      throw new CofferdamException(
          "CFD-APP-0243",
          ErrorCategory.INVALID_INPUT,
          "`" + folder.folder() + "` holds no copied file [at least one]",
          "what the fetch could not read it tells at its end; run it again with the permissions of"
              + " `permissions aws --role logs`");
    }
  }

  /// The item under an id.
  public CustodyItem item(CaseId caseId, String id, String keptAt) {
    var files = folder.files();
    var days = files.stream().map(FetchedFile::day).sorted().toList();
    var times = files.stream().map(FetchedFile::at).sorted(Comparator.naturalOrder()).toList();
    return new CustodyItem(
        caseId,
        id,
        list.root(),
        files.size(),
        files.stream().mapToLong(FetchedFile::bytes).sum(),
        names(files, FetchedFile::kind),
        names(files, FetchedFile::account),
        names(files, each -> each.region().isEmpty() ? "global" : each.region()),
        days.getFirst(),
        days.getLast(),
        times.getFirst(),
        times.getLast(),
        checkedFrom,
        keptAt,
        "cofferdam " + BuildInfo.version(),
        folder.manifest().map(Captured::fetched),
        missing(folder.manifest().map(FetchManifest::gaps).orElse(List.of())));
  }

  private static List<CustodyItem.Missing> missing(List<FetchManifest.Gap> gaps) {
    var missing = new ArrayList<CustodyItem.Missing>();
    for (var each : gaps.subList(0, Math.min(MOST_GAPS, gaps.size()))) {
      missing.add(
          new CustodyItem.Missing(plain(each.what()), outcome(each.outcome()), each.expires()));
    }
    if (gaps.size() > MOST_GAPS) {
      var more = gaps.size() - MOST_GAPS + " more sources, which fetch.json names";
      missing.add(new CustodyItem.Missing(more, "failed", Optional.empty()));
    }
    return missing;
  }

  private static CustodyItem.Fetched fetched(FetchManifest manifest) {
    return new CustodyItem.Fetched(
        plain(manifest.account()),
        manifest.regions().stream().map(Captured::plain).limit(MOST).toList(),
        manifest.since(),
        manifest.until());
  }

  private static List<String> names(List<FetchedFile> files, Function<FetchedFile, String> of) {
    var all = files.stream().map(of).map(Captured::plain).distinct().sorted().toList();
    return all.size() <= MOST
        ? all
        : Stream.concat(all.stream().limit(MOST), Stream.of("and " + (all.size() - MOST) + " more"))
            .toList();
  }

  private static String outcome(String word) {
    return word.matches("[a-z]{1,20}") ? word : "failed";
  }

  /// What comes from a cloud or a folder may hold anything.
  static String plain(String text) {
    var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?").strip();
    var some = line.isEmpty() ? "unknown" : line;
    return some.length() <= LONGEST
        ? some
        : some.substring(0, some.offsetByCodePoints(0, LONGEST / 2)) + " ...";
  }

  /// What is to be said of it beside that it was taken: one line each.
  public List<String> remarks(CustodyItem item, Instant now) {
    var remarks = new ArrayList<String>();
    if (item.fetch().isEmpty()) {
      remarks.add("its fetch did not end: run the same `fetch aws` again, and capture again");
    }
    if (!item.missing().isEmpty()) {
      remarks.add(item.missing().size() + " sources could not be read: `case custody show`");
    }
    if (item.fetchedLast().isAfter(now)) {
      remarks.add(
          "the last file was fetched at "
              + item.fetchedLast()
              + ", after the time of this machine: one of the clocks is wrong");
    }
    return remarks;
  }
}
