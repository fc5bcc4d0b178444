package io.cofferdam.app.cli;

import io.cofferdam.app.cases.ReportLinks;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.Link;
import io.cofferdam.respond.cases.LinkKind;
import io.cofferdam.respond.cases.OpenedFrom;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case open [TITLE] [--report FILE]`.
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Opens a case, from what somebody saw or from a report of `investigate`.",
      "With --report the report and the pack beside it are linked, with their hashes."
    })
final class CaseOpenCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "TITLE",
      description = "What it is about. With --report the default is its first sentence.")
  private @Nullable String title;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "report.json of `investigate`, or its folder.")
  private @Nullable Path report;

  @Option(names = "--alert", paramLabel = "ID", description = "The alert that it is opened from.")
  private @Nullable String alert;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var from =
        report == null ? Optional.<ReportLinks>empty() : Optional.of(ReportLinks.read(report));
    var name =
        Optional.ofNullable(title)
            .or(() -> from.map(ReportLinks::title))
            .orElseThrow(CaseOpenCommand::nameless);
    var now = options.now();
    var random = new byte[4];
    new SecureRandom().nextBytes(random);
    var links = new ArrayList<>(from.map(ReportLinks::links).orElse(List.of()));
    if (alert != null) {
      links.add(new Link(LinkKind.ALERT, alert, ""));
    }
    var opened =
        new CaseEvent.Opened(
            now, options.by(), CaseId.of(now, random), name, origin(), reference(links));
    var more = links.stream().map(link -> (CaseEvent) linked(now, link)).toList();
    try (var desk = options.newDesk()) {
      var file = desk.open(opened, more);
      options.tell(desk, file.id(), "opened; ledger " + desk.ledger());
    }
    return 0;
  }

  private CaseEvent.Linked linked(Instant now, Link link) {
    return new CaseEvent.Linked(now, options.by(), link);
  }

  private OpenedFrom origin() {
    if (report != null) {
      return OpenedFrom.INVESTIGATION;
    }
    return alert != null ? OpenedFrom.ALERT : OpenedFrom.PERSON;
  }

  private static String reference(List<Link> links) {
    return links.isEmpty() ? "" : links.getFirst().reference();
  }

  private static CofferdamException nameless() {
    return new CofferdamException(
        "CFD-APP-0158",
        ErrorCategory.INVALID_INPUT,
        "the case has no title [a TITLE, or --report FILE]",
        "case open \"bucket shop-training is public\"");
  }
}
