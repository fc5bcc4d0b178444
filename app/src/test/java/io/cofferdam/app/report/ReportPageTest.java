package io.cofferdam.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.cli.Logs;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a report whose object names are hostile: it needs no network and runs nothing of
/// theirs.
@Covers("R-05")
class ReportPageTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?i)(?:src|href|action|data)\\s*=|url\\((?!#)|@import");
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script[^>]*>(.*?)</script>");
  private static final Pattern POLICY = Pattern.compile("script-src 'sha256-([^']+)'");

  @TempDir static Path folder;
  private static String page = "";

  @BeforeAll
  static void investigate() throws IOException {
    var keys =
        List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</style><svg onload=alert(1)>",
            "invoice\u202Egpj.exe",
            "${page.title()} $unsafe{1} {{1}}",
            "long/" + "k".repeat(4096),
            "tab\tand\u0000nul");
    var log = Files.write(folder.resolve("log.json"), Logs.reads(keys));
    var ran = Ran.investigate(folder, log.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    page = Ran.page(folder);
  }

  @Test
  void nothingIsFetchedFromAnywhere() {
    var withoutData = page.replaceAll("data-due=\"[^\"]*\"", "");
    assertThat(REFERENCE.matcher(unquoted(withoutData)).results().map(r -> r.group())).isEmpty();
    assertThat(page).contains("default-src 'none'");
  }

  @Test
  void thePolicyAllowsTheOneScriptThatIsThere() throws NoSuchAlgorithmException {
    var scripts = SCRIPT.matcher(page).results().map(r -> r.group(1)).toList();
    assertThat(scripts).hasSize(1);
    var digest =
        MessageDigest.getInstance("SHA-256")
            .digest(scripts.getFirst().getBytes(StandardCharsets.UTF_8));
    var policy = POLICY.matcher(page.replace("&#39;", "'"));
    assertThat(policy.find()).isTrue();
    assertThat(policy.group(1)).isEqualTo(Base64.getEncoder().encodeToString(digest));
  }

  @Test
  void namesAreShownAndNeverRun() {
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert", "<img src=x", "<svg onload", "onerror=alert(1)>\"");
    assertThat(page).contains("$unsafe{1}");
  }

  @Test
  void directionMarksCannotTurnTheTextAround() {
    assertThat(page)
        .doesNotContain("\u202E", "\u0000")
        .contains("invoice\u27e8U+202E\u27e9gpj.exe");
  }

  @Test
  void aLongNameDoesNotBlowUpThePage() {
    assertThat(page.length()).isLessThan(400_000);
    assertThat(page).doesNotContain("k".repeat(2000));
  }

  @Test
  void theReportKeepsTheNamesAsTheyAre() {
    var report = Ran.report(folder);
    ReportShape.check(report);
    var sample = report.at("/readers/0/objects/sample").toString();
    assertThat(sample).contains("<script>alert(1)</script>");
    assertThat(report.at("/objects/atLeast").asInt()).isEqualTo(8);
  }

  /// The page without the text between tags, where a name may say anything.
  private static String unquoted(String html) {
    var tags = new StringBuilder();
    Pattern.compile("<[^>]*>").matcher(html).results().forEach(tag -> tags.append(tag.group()));
    var style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(html);
    while (style.find()) {
      tags.append(style.group(1));
    }
    return tags.toString();
  }
}
