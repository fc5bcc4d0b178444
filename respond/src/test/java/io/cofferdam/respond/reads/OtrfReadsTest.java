package io.cofferdam.respond.reads;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.LogReader;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.Event;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.origin.OriginAnswer;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.origin.OriginFinder;
import io.cofferdam.respond.reads.ReadQuestion.Named;
import io.cofferdam.respond.scope.ScopeCalculator;
import io.cofferdam.testkit.Covers;
import io.cofferdam.testkit.RealSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real log of a role abused on an instance behind a proxy, event by event.
@Covers("R-05")
class OtrfReadsTest {
  private static final ResourceId BUCKET = ResourceId.bucket("mordors3stack-s3bucket-llp2yingx64a");
  private static final String ROLE =
      "arn:aws:iam::123456789123:role/MordorNginxStack-BankingWAFRole-9S3E0UAE1MM0";

  @TempDir Path folder;

  @Test
  void theNamedInstanceTookOneObjectTwice() throws IOException {
    try (var collector = collected()) {
      var findings =
          collector.resolve(
              question(new Named(List.of("i-0317f6c6b66ae9c40"), List.of(), List.of())));
      var reads =
          findings.readers().stream()
              .filter(r -> r.resource().equals(BUCKET))
              .findFirst()
              .orElseThrow();
      assertThat(reads.reader().kind()).isEqualTo(ReaderKind.NAMED);
      assertThat(reads.reader().name()).isEqualTo(ROLE);
      assertThat(reads.sample()).containsExactly("ring.txt");
      assertThat(reads.objects()).isEqualTo(1);
      assertThat(reads.reads()).isEqualTo(2);
      assertThat(reads.bytes()).isEqualTo(178);
      assertThat(reads.listings()).isEqualTo(7);
      assertThat(reads.first()).isEqualTo(Instant.parse("2020-09-14T01:00:33Z"));
      assertThat(reads.last()).isEqualTo(Instant.parse("2020-09-14T01:13:20Z"));
      assertThat(reads.events())
          .extracting(EventRef::id)
          .contains("771299cb-e200-4926-9604-c85358b30499", "edc2222c-5063-47fb-9fc0-c2ffb86b9d15")
          .hasSize(9);
      assertThat(reads.because())
          .anyMatch(r -> r.text().contains("1.2.3.4") && r.text().contains("proves nothing"));

      var scope = ScopeCalculator.calculate(findings);
      assertThat(scope.objects().atLeast()).isEqualTo(1);
      assertThat(scope.objects().bounded()).isFalse();
      assertThat(scope.people()).isEqualTo(Bounds.unknown());
      assertThat(scope.noEvidenceOfAccess()).isFalse();
      assertThat(scope.narrow()).isNotEmpty();
      assertThat(scope.narrow().getFirst().input()).contains("data map");
      assertThat(OriginFinder.find(findings, scope, Optional.empty()).answers())
          .containsExactly(OriginAnswer.UNDETERMINED);
    }
  }

  @Test
  void withNobodyNamedTheMaskedAddressAccusesNobody() throws IOException {
    try (var collector = collected()) {
      var findings = collector.resolve(question(Named.NOBODY));
      assertThat(findings.readers()).isEmpty();
      assertThat(findings.stores().get(BUCKET).undecided()).isEqualTo(2);
      assertThat(findings.unknown()).anyMatch(u -> u.why().contains("1.2.3.4"));
      assertThat(findings.unknown())
          .anyMatch(
              u ->
                  u.why().contains("MordorNginxStack")
                      && u.why().contains("2 reads, 178 bytes")
                      && u.why().contains("ring.txt"));
      var scope = ScopeCalculator.calculate(findings);
      assertThat(scope.objects().atLeast()).isZero();
      assertThat(scope.objects().atMost()).isPositive();
    }
  }

  private static ReadQuestion question(Named named) {
    return new ReadQuestion(
        List.of(),
        DataMap.empty(),
        List.of("123456789123"),
        named,
        new Window(Instant.parse("2020-09-14T00:00:00Z"), Instant.parse("2020-09-14T02:00:00Z")),
        List.of());
  }

  private ReadCollector collected() throws IOException {
    var collector = new ReadCollector(folder);
    var reader = LogReader.standard((input, record, offset, reason, sample) -> {});
    try (var zip =
        new ZipInputStream(
            Files.newInputStream(RealSamples.file("otrf-ec2_proxy_s3_exfiltration.zip")))) {
      zip.getNextEntry();
      reader.read(
          new LogInput(1, "otrf.json"), zip, (input, format) -> new IntoCollector(collector));
    }
    return collector;
  }

  private record IntoCollector(ReadCollector collector) implements LogSink {
    @Override
    public boolean wants(Provider provider, String service, String action) {
      return ReadCollector.wants(provider, service, action);
    }

    @Override
    public void event(Event event) {
      switch (event) {
        case ObjectAccess access -> collector.add(access);
        case ApiCall call -> collector.add(call);
        default -> {}
      }
    }

    @Override
    public void passedOver(String account, String region, Instant time) {}

    @Override
    public void undecodable(long record, long offset, String reason, byte[] sample) {
      throw new AssertionError(reason);
    }

    @Override
    public void note(String text) {}
  }
}
