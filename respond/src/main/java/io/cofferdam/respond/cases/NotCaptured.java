package io.cofferdam.respond.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Evidence that is not in custody yet, and when that is late.
///
/// The 24 hours are a policy of ours, not of the law and not of AWS. What is known to expire sooner
/// is due when it expires.
///
/// @param what is lacking, in words
/// @param item the custody item whose fetch could not read it; empty: nothing was captured
/// @param due from then on it is late
/// @param expires whether it is due then for it begins to expire
public record NotCaptured(String what, Optional<String> item, Instant due, boolean expires) {
  /// Within this time after a case was opened, what can expire is to be captured.
  public static final Duration POLICY = Duration.ofHours(24);

  /// Whether it is late.
  public boolean overdue(Instant now) {
    return !now.isBefore(due);
  }

  /// What a case lacks. The gaps of a fetch are told until a fetch is captured that was asked at
  /// least as much and ended; its own take their place.
  public static List<NotCaptured> of(CaseFile file) {
    var limit = file.opening().at().plus(POLICY);
    if (file.custody().isEmpty()) {
      return List.of(new NotCaptured("nothing is captured", Optional.empty(), limit, false));
    }
    var open = new ArrayList<NotCaptured>();
    var items = file.custody().values().stream().map(CustodyChain::item).toList();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var later = items.subList(i + 1, items.size());
      if (item.fetch().isEmpty() && later.stream().noneMatch(each -> wholeOf(each, item))) {
        open.add(
            new NotCaptured(
                "its fetch did not end: what it has not reached is not known",
                Optional.of(item.id()),
                limit,
                false));
      }
      for (var gap : item.missing()) {
        if (later.stream().noneMatch(each -> closes(each, item))) {
          open.add(of(item, gap, limit));
        }
      }
    }
    return open;
  }

  private static NotCaptured of(CustodyItem item, CustodyItem.Missing gap, Instant limit) {
    var expiry = gap.expires().map(NotCaptured::begin).filter(each -> each.isBefore(limit));
    return new NotCaptured(
        gap.what() + ": " + gap.outcome(),
        Optional.of(item.id()),
        expiry.orElse(limit),
        expiry.isPresent());
  }

  /// What the later fetch could not read either is told as a gap of its own.
  private static boolean closes(CustodyItem later, CustodyItem item) {
    return later.fetch().isPresent()
        && item.fetch().isPresent()
        && later.fetch().get().covers(item.fetch().get());
  }

  /// Whether a fetch that ended has all accounts, regions and days of one that did not.
  private static boolean wholeOf(CustodyItem later, CustodyItem item) {
    return later.fetch().isPresent()
        && later.accounts().containsAll(item.accounts())
        && later.fetch().get().regions().containsAll(item.regions())
        && !later.fetch().get().since().isAfter(begin(item.firstDay().plusDays(1)))
        && !later.fetch().get().until().isBefore(begin(item.lastDay()));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
