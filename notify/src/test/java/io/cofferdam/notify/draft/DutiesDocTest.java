package io.cofferdam.notify.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.notify.duty.CatalogueFiles;
import io.cofferdam.notify.rule.Rule;
import io.cofferdam.notify.rule.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/duties.md` holds the table of rules as the catalogue gives it.
class DutiesDocTest {
  private static final String START = "<!-- rules: generated, do not edit by hand -->\n";
  private static final String END = "<!-- rules: end -->\n";

  @Test
  void tableOfRulesIsTheCatalogues() throws IOException {
    var file = CatalogueFiles.checkout().resolve("docs/duties.md");
    var text = Files.readString(file);
    int from = text.indexOf(START);
    int to = text.indexOf(END);
    assertThat(from).isPositive();
    assertThat(to).isGreaterThan(from);
    Golden.matches(file, text.substring(0, from + START.length()) + table() + text.substring(to));
  }

  private static String table() {
    var rows = RuleCatalogue.shipped().rules().stream().map(DutiesDocTest::row);
    return "| rule | law | who tells whom | clock | in force | checked |\n|---|---|---|---|---|---|\n"
        + rows.collect(Collectors.joining());
  }

  private static String row(Rule rule) {
    var inForce =
        rule.dormant()
            ? "not law, what-if only"
            : "from "
                + rule.validFrom().orElseThrow()
                + rule.validTo().map(LocalDate::toString).map(" to "::concat).orElse("");
    return "| `%s`: %s | [%s](%s) | %s to %s | %s from %s | %s | %s, %s, lawyer: %s |%n"
        .formatted(
            rule.id(),
            rule.title(),
            rule.citation().words(),
            rule.citation().url(),
            rule.role(),
            rule.recipient().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            rule.period().words(),
            rule.clockStart().words(),
            inForce,
            rule.verification().status().words(),
            rule.verification().date(),
            rule.verification().legalReview() ? "done" : "pending");
  }
}
