package io.cofferdam.app.cases;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CustodyChain;
import io.cofferdam.respond.cases.CustodyItem;
import io.cofferdam.respond.cases.NotCaptured;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// The evidence of a case as a person on call reads it: who holds it, and what is not captured.
public final class CustodyText {
  private final PrintWriter out;
  private final Instant now;

  /// Writes to `out`, judging at `now` what is late.
  public CustodyText(PrintWriter out, Instant now) {
    this.out = out;
    this.now = now;
  }

  /// A line or two for each item, and what is not captured.
  public void summary(CaseFile file) {
    for (var chain : file.custody().values()) {
      out.println("  " + head(chain) + "; " + held(file, chain));
    }
    lacking(file);
  }

  /// One item with its whole chain.
  public void print(CaseFile file, CustodyChain chain) {
    var item = chain.item();
    out.println(head(chain));
    out.println("  root     " + item.root());
    out.println(
        "  of       "
            + String.join(", ", item.kinds())
            + "; "
            + String.join(", ", item.accounts())
            + "; "
            + String.join(", ", item.regions())
            + "; "
            + item.firstDay()
            + " to "
            + item.lastDay());
    out.println(
        "  fetched  " + seconds(item.fetchedFirst()) + " to " + seconds(item.fetchedLast()));
    out.println(
        "  checked  from "
            + seconds(item.checkedFrom())
            + " by "
            + item.tool()
            + ", by the clock of that machine, which was compared with no other");
    out.println("  now      " + held(file, chain));
    out.println();
    out.println("Who held it");
    for (var each : chain.holdings()) {
      out.printf(
          "  %-20s  %-20s  %-14s  %s%n",
          seconds(each.from()),
          each.until().map(until -> seconds(until).toString()).orElse("to now"),
          each.holder(),
          each.keptAt());
    }
    links(chain);
    for (var each : chain.reads()) {
      out.printf(
          "        %-20s  %-14s  %s (not signed)%n",
          seconds(each.at()), EventWords.who(each.by()), words(each));
    }
  }

  private void links(CustodyChain chain) {
    out.println();
    out.println("What was signed, each over the one before; every signature was checked");
    var latest = Instant.MIN;
    for (var link : chain.links()) {
      out.printf(
          "  %3d   %-20s  %-14s  %s; key %s%s%n",
          link.number(),
          seconds(link.event().at()),
          EventWords.who(link.event().by()),
          words(link.event()),
          link.key(),
          link.event().at().isBefore(latest) ? "; by a clock behind that of the step before" : "");
      latest = link.event().at();
    }
  }

  /// What is not captured yet and when it is late, for `case show` and `case custody show`.
  public void lacking(CaseFile file) {
    var lacking = NotCaptured.of(file);
    if (lacking.isEmpty()) {
      out.println("  nothing is known to be left out by what was fetched");
    }
    for (var each : lacking) {
      out.println(
          "  "
              + (each.overdue(now) ? "OVERDUE: " : each.item().isPresent() ? "not captured: " : "")
              + each.what()
              + each.item().map(item -> " (" + item + ")").orElse("")
              + "; due "
              + seconds(each.due())
              + (each.expires() ? ", when it begins to expire" : ", " + policy())
              + (each.item().isEmpty() ? ": " + command(file) : ""));
    }
  }

  private static String command(CaseFile file) {
    return "fetch aws --since TIME --out DIR, then case capture "
        + file.id()
        + " DIR --sign-with FILE";
  }

  private static String policy() {
    return NotCaptured.POLICY.toHours()
        + " hours after the opening (our policy, not a law's or AWS's)";
  }

  private static String head(CustodyChain chain) {
    var item = chain.item();
    return item.id() + "  " + size(item);
  }

  private static String size(CustodyItem item) {
    return String.format(Locale.ROOT, "%,d files, %,d bytes", item.files(), item.bytes());
  }

  private static String held(CaseFile file, CustodyChain chain) {
    var holding = chain.holdings().getLast();
    return "held by "
        + holding.holder()
        + " since "
        + seconds(holding.from())
        + (file.active(holding.holder()).isPresent() ? "" : ", who is no longer on the case")
        + chain
            .waiting()
            .map(each -> "; handed to " + each.to() + ", who has not received it")
            .orElse("");
  }

  /// A step of a chain in one line.
  static String words(CaseEvent.Custody event) {
    return switch (event) {
      case CaseEvent.EvidenceCaptured it ->
          "took " + it.item() + " into custody: " + size(it.taken());
      case CaseEvent.EvidenceHanded it -> "hands " + it.item() + " to " + it.to();
      case CaseEvent.EvidenceReceived it -> "received " + it.item() + ", the same files";
      case CaseEvent.EvidenceStored it ->
          "stored a copy of "
              + it.item()
              + " in s3://"
              + it.copy().bucket()
              + "/"
              + it.copy().prefix()
              + " ("
              + it.copy().region()
              + "), which nobody can delete before "
              + seconds(it.copy().retainUntil());
      case CaseEvent.EvidenceRead it -> "read " + it.item() + ": " + it.why();
    };
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
