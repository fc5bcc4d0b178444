package io.cofferdam.app.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.report.ReportShape;
import io.cofferdam.testkit.Covers;
import io.cofferdam.testkit.RealSamples;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real log of an instance's role that is abused through a proxy, by the whole command.
@Covers("R-05")
class OtrfTest {
  static final String ROLE =
      "arn:aws:iam::123456789123:role/MordorNginxStack-BankingWAFRole-9S3E0UAE1MM0";
  private static final String BUCKET = "arn:aws:s3:::mordors3stack-s3bucket-llp2yingx64a";

  @TempDir Path folder;

  @Test
  void theNamedRoleTookOneObjectTwice() {
    var report = investigate("--principal", ROLE);
    assertThat(report.at("/readers")).hasSize(1);
    var reader = report.at("/readers/0");
    assertThat(reader.path("principal").asText()).isEqualTo(ROLE);
    assertThat(reader.path("kind").asText()).isEqualTo("named");
    assertThat(reader.path("resource").asText()).isEqualTo(BUCKET);
    assertThat(reader.at("/objects/count").asInt()).isEqualTo(1);
    assertThat(reader.at("/objects/sample/0").asText()).isEqualTo("ring.txt");
    assertThat(reader.path("reads").asInt()).isEqualTo(2);
    assertThat(reader.path("bytes").asInt()).isEqualTo(178);
    assertThat(reader.path("first").asText()).isEqualTo("2020-09-14T01:00:33Z");
    assertThat(reader.path("last").asText()).isEqualTo("2020-09-14T01:13:20Z");
    assertThat(reader.path("events").findValuesAsText("id"))
        .contains("771299cb-e200-4926-9604-c85358b30499", "edc2222c-5063-47fb-9fc0-c2ffb86b9d15");
    assertThat(report.path("undecidedReads").asInt()).isZero();
    assertThat(report.at("/objects/atLeast").asInt()).isEqualTo(1);
    assertThat(report.at("/objects/atMost").isNull()).isTrue();
  }

  @Test
  void theInstanceIsNamedByItsSession() {
    var reader = investigate("--principal", "i-0317f6c6b66ae9c40").at("/readers/0");
    assertThat(reader.path("principal").asText()).isEqualTo(ROLE);
    assertThat(reader.path("bytes").asInt()).isEqualTo(178);
    assertThat(reader.path("chain").toString()).contains("ec2.amazonaws.com");
  }

  @Test
  void theMaskedAddressIsSaidToProveNothing() {
    var report = investigate("--principal", ROLE);
    assertThat(report.at("/readers/0/because").toString())
        .contains("1.2.3.4", "whoever acted", "proves nothing");
    assertThat(report.path("unknown"))
        .anyMatch(
            each ->
                each.path("what").asText().equals("from where anybody acted")
                    && each.path("why").asText().contains("it proves nothing"));
    assertThat(Ran.page(folder)).contains("ring.txt", "178 bytes", "proves nothing");
  }

  @Test
  void withNobodyNamedBothReadsStayUndecided() {
    var report = investigate();
    assertThat(report.at("/readers")).isEmpty();
    assertThat(report.path("undecidedReads").asInt()).isEqualTo(2);
    assertThat(report.at("/objects/atLeast").asInt()).isZero();
    assertThat(report.at("/objects/atMost").isNull()).isTrue();
    assertThat(report.path("noEvidenceOfAccess").asBoolean()).isFalse();
    assertThat(report.at("/story/1").asText()).contains("2 reads");
    assertThat(report.path("unknown"))
        .anyMatch(
            each -> each.path("what").asText().startsWith("whether 2 reads of mordors3stack"));
    assertThat(report.path("narrow"))
        .anyMatch(each -> each.path("input").asText().contains("networks"));
  }

  private JsonNode investigate(String... options) {
    var all = new java.util.ArrayList<String>();
    all.add(RealSamples.file("otrf-ec2_proxy_s3_exfiltration.zip").toString());
    all.addAll(java.util.List.of(options));
    var ran = Ran.investigate(folder, all.toArray(String[]::new));
    assertThat(ran.code()).isZero();
    var report = Ran.report(folder);
    ReportShape.check(report);
    assertThat(report.path("inputs")).anyMatch(each -> each.path("events").asInt() == 103);
    return report;
  }
}
