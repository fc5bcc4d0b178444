package io.cofferdam.app.investigate;

import io.cofferdam.app.BuildInfo;
import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.ReportJson;
import io.cofferdam.app.report.Seal;
import io.cofferdam.app.report.page.ReportPage;
import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.evidence.ledger.Fact;
import io.cofferdam.evidence.pack.PackBuilder;
import io.cofferdam.evidence.pack.SealedPack;
import io.cofferdam.evidence.timestamp.HttpTimestampAuthority;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.datamap.DataMap;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes what was found, in every form, and seals it.
final class Publication {
  private static final Duration TIMESTAMP_LIMIT = Duration.ofSeconds(20);

  private final Clock clock;
  private final ProgressListener progress;
  private final OutFolder out;

  Publication(Clock clock, ProgressListener progress, OutFolder out) {
    this.clock = clock;
    this.progress = progress;
    this.out = out;
  }

  InvestigationResult publish(
      InvestigationRequest request,
      DataMap dataMap,
      InputReading.Outcome inputs,
      Answers answers,
      Duties.Found duties,
      FindingList findings)
      throws IOException {
    progress.stage("writing the report");
    var drafts = new DraftFiles(out, clock).write(dataMap, answers, duties);
    var report =
        new ReportAssembly(clock)
            .assemble(request, dataMap, inputs, answers, duties, findings, drafts);
    var random = new SecureRandom();
    var keys =
        KeyFiles.openOrCreate(
            request.signingKey().orElse(request.keyFolder().resolve("signing-key.pem")), random);
    var json = out.file("report.json");
    try (var to = new BufferedOutputStream(Files.newOutputStream(json), 1 << 16)) {
      ReportJson.write(report, to);
    }
    var page = out.file("report.html");
    Files.writeString(page, ReportPage.html(report, seal(request, keys)), StandardCharsets.UTF_8);
    progress.stage("sealing the evidence");
    var pack = seal(request, report, keys, random, json, page);
    return new InvestigationResult(report, out.folder(), pack, keys.pem(), keys.created());
  }

  private static Seal seal(InvestigationRequest request, KeyFiles keys) {
    return new Seal(
        keys.key().verifier().line(),
        keys.pem().toString(),
        request.timestampAuthority().map(url -> "A timestamp was asked of " + url).stream()
            .toList());
  }

  private SealedPack seal(
      InvestigationRequest request,
      LeakReport report,
      KeyFiles keys,
      SecureRandom random,
      Path json,
      Path page)
      throws IOException {
    var builder =
        new PackBuilder(keys.key(), clock, random)
            .madeBy("cofferdam", BuildInfo.version())
            .report("report.json", json)
            .report("report.html", page);
    for (var draft : report.drafts()) {
      builder.file(draft, out.file(draft));
    }
    builder.file("dead-letters.jsonl", out.file("dead-letters.jsonl"));
    report.inputs().stream()
        .filter(input -> !input.sha256().isEmpty())
        .forEach(input -> builder.input(input.path(), input.bytes(), input.sha256()));
    stages(report).forEach((stage, words) -> builder.fact(fact(stage, words)));
    request.timestampAuthority().ifPresent(url -> builder.stampedBy(authority(url, random)));
    return builder.seal(out.file("pack"));
  }

  static HttpTimestampAuthority authority(String url, SecureRandom random) {
    try {
      return new HttpTimestampAuthority(new URI(url), TIMESTAMP_LIMIT, Optional.empty(), random);
    } catch (URISyntaxException notAnAddress) {
      throw new CofferdamException(
          "CFD-APP-0021",
          ErrorCategory.INVALID_INPUT,
          "`--tsa` is no address [https://tsa.example/tsr]",
          "name the address of an RFC 3161 authority, or leave it out");
    }
  }

  private Fact fact(String stage, String words) {
    return new Fact("stage", clock.instant(), "investigate", List.of("stage:" + stage), words);
  }

  /// What each step came to, in a line: numbers, never names of people.
  private static Map<String, String> stages(LeakReport report) {
    var stages = new TreeMap<String, String>();
    stages.put(
        "1-read",
        report.inputs().size()
            + " inputs, "
            + report.events()
            + " records, "
            + report.undecodable()
            + " undecodable, "
            + report.skipped().size()
            + " not read");
    stages.put("2-exposures", report.exposures().size() + " spans");
    stages.put("3-readers", report.readers().size() + " readers");
    stages.put(
        "4-scope",
        "objects "
            + report.scope().objects().atLeast()
            + " to "
            + report.scope().objects().atMost()
            + ", people "
            + report.scope().people().atLeast()
            + " to "
            + report.scope().people().atMost());
    stages.put(
        "5-origin",
        String.join(
            " + ", new ArrayList<>(report.origin().answers().stream().map(Enum::name).toList())));
    stages.put("6-duties", report.duties().size() + " duties considered");
    return stages;
  }
}
