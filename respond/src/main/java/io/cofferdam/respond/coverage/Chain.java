package io.cofferdam.respond.coverage;

import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.event.TrailDigest.DigestedFile;
import io.cofferdam.model.event.TrailDigest.SignatureCheck;
import io.cofferdam.model.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The digest files of one trail in one region of one account, checked against each other and
/// against the inputs.
///
/// A digest lists the log files delivered in its span, and a log file is delivered some minutes
/// after its events, so the last minutes of an unbroken run prove nothing of their events yet.
final class Chain {
  /// CloudTrail "typically delivers log files within an average of about 5 minutes of an API call;
  /// this time is not guaranteed" (AWS CloudTrail User Guide, "How CloudTrail works"). Three times
  /// that is allowed; files later still are named by later digests or by backfill digests, and are
  /// then checked like all others.
  static final Duration DELIVERY = Duration.ofMinutes(15);

  private final String account;
  private final String region;
  private final TrailName name;
  private final List<TrailDigest> digests;
  private final List<TrailDigest> backfills;
  private final Files files;
  private long gaps;
  private long missing;
  private long altered;
  private long unread;
  private final List<String> lacking = new ArrayList<>();
  private final List<Window> complete;

  Chain(String account, String region, TrailName name, List<TrailDigest> all, Files files) {
    this.account = account;
    this.region = region;
    this.name = name;
    this.files = files;
    var byHash = new TreeMap<String, TrailDigest>();
    all.forEach(d -> byHash.putIfAbsent(d.selfHash() + "|" + d.time() + "|" + d.end(), d));
    var sorted =
        byHash.values().stream()
            .sorted(
                Comparator.comparing(TrailDigest::end)
                    .thenComparing(TrailDigest::time)
                    .thenComparing(TrailDigest::selfHash))
            .toList();
    this.digests = sorted.stream().filter(d -> !backfill(d)).toList();
    this.backfills = sorted.stream().filter(Chain::backfill).toList();
    this.complete = Spans.minus(runs(), holes());
  }

  private static boolean backfill(TrailDigest digest) {
    return TrailName.of(digest.location(), digest.region()).backfill();
  }

  /// Spans whose every event is in the inputs.
  List<Window> complete() {
    return complete;
  }

  String homeRegion() {
    return name.homeRegion();
  }

  String trail() {
    return name.trail();
  }

  String account() {
    return account;
  }

  String region() {
    return region;
  }

  /// At most three log files that are not here as they should be, for people.
  List<String> lacking() {
    return lacking;
  }

  DigestChain summary() {
    var named =
        digests.stream().mapToLong(d -> d.files().size()).sum()
            + backfills.stream().mapToLong(d -> d.files().size()).sum();
    return new DigestChain(
        account,
        region,
        name.trail(),
        name.homeRegion(),
        digests.size() + backfills.size(),
        gaps,
        named,
        missing,
        altered,
        unread,
        signatures());
  }

  private String signatures() {
    var counts = new TreeMap<String, Integer>();
    digests.forEach(
        d -> counts.merge(d.signature().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
    if (counts.size() == 1) {
      return counts.firstKey();
    }
    return String.join(
        ", ", counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
  }

  /// Unbroken runs of digests that vouch for each other.
  private List<Window> runs() {
    var runs = new ArrayList<Window>();
    Instant from = null;
    TrailDigest last = null;
    for (var i = 0; i < digests.size(); i++) {
      var digest = digests.get(i);
      if (!trusted(i)) {
        run(runs, from, last);
        gaps++;
        from = null;
        last = null;
        continue;
      }
      if (last != null && !follows(last, digest)) {
        run(runs, from, last);
        gaps++;
        from = null;
      }
      from = from == null ? digest.time() : from;
      last = digest;
    }
    run(runs, from, last);
    return runs;
  }

  private static void run(List<Window> runs, @Nullable Instant from, @Nullable TrailDigest last) {
    if (from != null && last != null) {
      var until = last.end().minus(DELIVERY);
      if (from.isBefore(until)) {
        runs.add(new Window(from, until));
      }
    }
  }

  /// A digest is trusted unless its signature is wrong, its span makes no sense, another digest
  /// claims the same span, or its successor knew it by another hash.
  private boolean trusted(int index) {
    var digest = digests.get(index);
    if (digest.signature() == SignatureCheck.INVALID || !digest.time().isBefore(digest.end())) {
      return false;
    }
    if (index > 0 && digests.get(index - 1).end().equals(digest.end())) {
      return false;
    }
    if (index + 1 == digests.size()) {
      return true;
    }
    var next = digests.get(index + 1);
    return !next.end().equals(digest.end())
        && (!next.previousLocation().equals(digest.location())
            || next.previousHash().equalsIgnoreCase(digest.selfHash()));
  }

  private static boolean follows(TrailDigest last, TrailDigest next) {
    return !next.time().isAfter(last.end())
        && !next.previousHash().isEmpty()
        && next.previousHash().equalsIgnoreCase(last.selfHash());
  }

  /// Spans of events whose log file is not here, not as it was delivered, or not fully read.
  private List<Window> holes() {
    var holes = new ArrayList<Window>();
    var checked = new HashSet<DigestedFile>();
    for (var list : List.of(digests, backfills)) {
      for (var digest : list) {
        for (var file : digest.files()) {
          if (checked.add(file) && !here(file)) {
            var until = file.newest().isBefore(file.oldest()) ? file.oldest() : file.newest();
            holes.add(new Window(file.oldest(), until.plusSeconds(1)));
            if (lacking.size() < 3) {
              lacking.add(file.location());
            }
          }
        }
      }
    }
    return Spans.union(holes);
  }

  private boolean here(DigestedFile file) {
    return switch (files.find(file)) {
      case READ -> true;
      case UNREAD -> {
        unread++;
        yield false;
      }
      case ALTERED -> {
        altered++;
        yield false;
      }
      case MISSING -> {
        missing++;
        yield false;
      }
    };
  }
}
