package io.cofferdam.app.cli;

import io.cofferdam.app.cases.ReportLinks;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.Link;
import io.cofferdam.respond.cases.LinkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case link CASE KIND REFERENCE`.
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Links an alert, finding, report or pack. A file is linked with the hash it has now."
    })
final class CaseLinkCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "KIND", description = "alert, finding, report or pack.")
  private String kind;

  @Parameters(index = "2", paramLabel = "REFERENCE", description = "A file, an address or an id.")
  private String reference;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var known = CaseOptions.word(LinkKind.class, "KIND", kind);
    var link =
        Files.isRegularFile(Path.of(reference))
            ? ReportLinks.link(known, Path.of(reference))
            : new Link(known, reference, "");
    return options.record(
        word,
        _ -> new CaseEvent.Linked(options.now(), options.by(), link),
        "linked " + known.word() + " " + link.reference());
  }
}
