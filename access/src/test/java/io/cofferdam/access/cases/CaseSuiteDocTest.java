package io.cofferdam.access.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/access-cases.md` says how many cases there are, and from which pages;
/// `-Dgolden.update=true` rewrites it.
class CaseSuiteDocTest {
  private static final Pattern SOURCE = Pattern.compile("(.+) \\((https://\\S+)\\)");
  private static final List<AccessCase> CASES = CaseFiles.all();

  @Test
  void theDocumentCountsTheCases() throws IOException {
    Path file = CaseFiles.checkout().resolve("docs/access-cases.md");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text());
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("docs/access-cases.md is generated; rewrite it with -Dgolden.update=true and review")
        .isEqualTo(text());
  }

  private static String text() {
    return """
    # Cases of the access engine

    Each case is a request with every policy that applies and the answer that a page of the AWS
    documentation gives. They are YAML files under
    `access/src/test/resources/io/cofferdam/access/cases`, a folder per family, with a JSON Schema
    beside them; `CaseSuiteTest` asks the engine. Expected answers come from the pages, never from
    running the engine. Where the two differ the case stands in `DISPUTED.md` there, and the suite
    fails as soon as they agree.

    This file is generated (`CaseSuiteDocTest`).

    %s
    ## By file

    %s
    ## By page

    | page | cases |
    |---|---|
    %s"""
        .formatted(families(), files(), pages());
  }

  private static String families() {
    Map<String, List<AccessCase>> families =
        CASES.stream()
            .collect(Collectors.groupingBy(AccessCase::family, TreeMap::new, Collectors.toList()));
    var rows = new StringBuilder();
    families.forEach((family, cases) -> rows.append(row("`" + family + "`", cases)));
    return "| family | cases | Allowed | ImplicitlyDenied | ExplicitlyDenied | Unknown |\n"
        + "|---|---|---|---|---|---|\n"
        + rows
        + row("all", CASES);
  }

  private static String row(String name, List<AccessCase> cases) {
    return "| %s | %d | %d | %d | %d | %d |\n"
        .formatted(
            name,
            cases.size(),
            expecting(cases, "Allowed"),
            expecting(cases, "ImplicitlyDenied"),
            expecting(cases, "ExplicitlyDenied"),
            expecting(cases, "Unknown"));
  }

  private static long expecting(List<AccessCase> cases, String answer) {
    return cases.stream().filter(one -> one.expected().equals(answer)).count();
  }

  private static String files() {
    Map<String, Long> files =
        CASES.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.family() + "/" + one.file(), TreeMap::new, Collectors.counting()));
    return "| file | cases |\n|---|---|\n"
        + files.entrySet().stream()
            .map(file -> "| `%s` | %d |\n".formatted(file.getKey(), file.getValue()))
            .collect(Collectors.joining());
  }

  /// One row per address; a page that is named by several titles takes the first of them.
  private static String pages() {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, String> titles = new TreeMap<>();
    for (AccessCase one : CASES) {
      Matcher source = SOURCE.matcher(one.source());
      assertThat(source.matches()).as("source of %s", one).isTrue();
      counts.merge(source.group(2), 1L, Long::sum);
      titles.merge(source.group(2), source.group(1), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    return counts.entrySet().stream()
        .map(
            page ->
                "| [%s](%s) | %d |\n"
                    .formatted(titles.get(page.getKey()), page.getKey(), page.getValue()))
        .collect(Collectors.joining());
  }
}
