package io.cofferdam.logs.s3access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers({"D-01", "R-05"})
class S3AccessLineTest {
  private static final String OWNER = "a".repeat(64);

  private static ObjectAccess access(
      String requester, String operation, String key, String uri, String rest) {
    var line =
        "%s shop [01/Mar/2026:12:00:00 +0200] 203.0.113.7 %s 3E57427F3EXAMPLE %s %s %s %s\n"
            .formatted(OWNER, requester, operation, key, uri, rest);
    var read = Collected.of(line);
    assertThat(read.reasons).as(line).isEmpty();
    return read.accesses().get(0);
  }

  private static final String TAIL =
      "200 - 113 500 7 5 \"-\" \"S3Console/0.4\" v1 aGk= SigV4 ECDHE AuthHeader shop.s3.amazonaws.com"
          + " TLSv1.2 arn:aws:s3:us-west-1:111122223333:accesspoint/ap Yes us-west-1";

  @Test
  void allFieldsAreTaken() {
    var access = access("-", "REST.GET.OBJECT", "k.txt", "\"GET /k.txt HTTP/1.1\"", TAIL);
    assertThat(access.time()).hasToString("2026-03-01T10:00:00Z");
    assertThat(access.operation()).isEqualTo(AccessOperation.READ);
    assertThat(access.caller().kind()).isEqualTo(CallerKind.ANONYMOUS);
    assertThat(access.caller().userAgent()).isEqualTo("S3Console/0.4");
    assertThat(access.bytes()).isEqualTo(113);
    assertThat(access.objectSize()).isEqualTo(500);
    assertThat(access.version()).isEqualTo("v1");
    assertThat(access.status()).isEqualTo(200);
    assertThat(access.requestId()).isEqualTo("3E57427F3EXAMPLE");
    assertThat(access.signedQuery()).isFalse();
  }

  @Test
  void quotesInsideQuotedFieldsDoNotShiftTheOthers() {
    var access =
        access(
            "-",
            "REST.GET.OBJECT",
            "k",
            "\"GET /k?q=\"x\" HTTP/1.1\"",
            "206 - 10 500 7 5 \"http://x/\"a\" b\" \"agent \"quoted\" 1.0\" v2 aGk= - - QueryString h TLSv1.3 - -");
    assertThat(access.status()).isEqualTo(206);
    assertThat(access.bytes()).isEqualTo(10);
    assertThat(access.caller().userAgent()).isEqualTo("agent \"quoted\" 1.0");
    assertThat(access.version()).isEqualTo("v2");
    assertThat(access.signedQuery()).isTrue();
  }

  @Test
  void olderLinesWithoutLaterFieldsAreTaken() {
    var access =
        access(
            "-",
            "REST.GET.OBJECT",
            "k",
            "\"GET /k HTTP/1.1\"",
            "403 AccessDenied 243 - 7 - \"-\" \"-\" -");
    assertThat(access.errorCode()).isEqualTo("AccessDenied");
    assertThat(access.succeeded()).isFalse();
    assertThat(access.objectSize()).isEqualTo(-1);
    assertThat(access.version()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a%20b, /a%20b, a b",
    "a%2520b, /a%20b, a b",
    "a%2520b, /a%2520b, a%20b",
    "a%2520b, /shop/a%20b, a b",
    "caf%25C3%25A9, -, caf\u00e9",
    "100%25, /100%25, 100%",
    "plain/key.txt, /plain/key.txt, plain/key.txt"
  })
  void keysAreDecodedAsOftenAsTheyWereEncoded(String logged, String path, String key) {
    var uri = path.equals("-") ? "\"-\"" : "\"GET " + path + " HTTP/1.1\"";
    assertThat(access("-", "REST.GET.OBJECT", logged, uri, TAIL).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "REST.GET.OBJECT,READ", "WEBSITE.GET.OBJECT,READ", "REST.COPY.OBJECT_GET,READ",
    "REST.COPY.PART_GET,READ", "REST.COPY.OBJECT,WRITE", "REST.COPY.PART,WRITE",
    "REST.HEAD.OBJECT,METADATA", "REST.GET.ACL,METADATA", "REST.GET.OBJECT_TAGGING,METADATA",
    "REST.GET.BUCKET,LIST", "REST.GET.BUCKETVERSIONS,LIST", "REST.PUT.OBJECT,WRITE",
    "REST.POST.UPLOADS,WRITE", "REST.PUT.PART,WRITE", "REST.DELETE.OBJECT,DELETE",
    "BATCH.DELETE.OBJECT,DELETE", "REST.POST.MULTI_OBJECT_DELETE,DELETE", "S3.EXPIRE.OBJECT,DELETE",
    "REST.GET.BUCKETPOLICY,OTHER", "S3.TRANSITION_SIA.OBJECT,OTHER", "REST.GET.OBJECT_NEW,READ"
  })
  void everyOperationHasItsMeaning(String operation, AccessOperation meaning) {
    assertThat(access("-", operation, "k", "\"-\"", TAIL).operation()).isEqualTo(meaning);
  }

  @Test
  void bytesOfACopyAreUnknownAndNoBytesAreZero() {
    var rest = "200 - - 500 7 5 \"-\" \"-\" -";
    assertThat(access("-", "REST.COPY.OBJECT_GET", "k", "\"-\"", rest).bytes()).isEqualTo(-1);
    assertThat(access("-", "REST.GET.OBJECT", "k", "\"-\"", rest).bytes()).isZero();
  }

  @Test
  void requestersOfAllForms() {
    var session = "arn:aws:sts::999988887777:assumed-role/thief/s1";
    var caller = access(session, "REST.GET.OBJECT", "k", "\"-\"", TAIL).caller();
    assertThat(caller.kind()).isEqualTo(CallerKind.ROLE_SESSION);
    assertThat(caller.groupingName()).isEqualTo("arn:aws:iam::999988887777:role/thief");
    assertThat(caller.account()).isEqualTo("999988887777");
    assertThat(access(OWNER, "REST.GET.OBJECT", "k", "\"-\"", TAIL).caller().kind())
        .isEqualTo(CallerKind.ROOT);
    assertThat(access("b".repeat(64), "REST.GET.OBJECT", "k", "\"-\"", TAIL).caller().kind())
        .isEqualTo(CallerKind.FOREIGN_ACCOUNT);
    assertThat(
            access("svc:cloudfront.amazonaws.com", "REST.GET.OBJECT", "k", "\"-\"", TAIL)
                .caller()
                .kind())
        .isEqualTo(CallerKind.SERVICE);
  }

  @Test
  void aLineThatDoesNotFollowTheGrammarIsADeadLetter() {
    var good = S3AccessRobustnessTest.line(1);
    var read = Collected.of(good + "not a line\n" + good.replace("01/Mar", "41/Mar") + good);
    assertThat(read.events).hasSize(2);
    assertThat(read.reasons).hasSize(2);
    assertThat(read.offsets.get(0)).isEqualTo(good.length());
  }

  @ParameterizedTest
  @CsvSource({
    "31/Mar/2026:10:00:00 +0000, 2026-03-31T10:00:00Z",
    "29/Feb/2028:23:59:59 +0000, 2028-02-29T23:59:59Z",
    "30/Apr/2026:10:00:00 +0200, 2026-04-30T08:00:00Z",
  })
  void theLastDaysOfAMonthAreTimesToo(String logged, String meant) {
    var line = S3AccessRobustnessTest.line(1).replaceFirst("\\[[^]]*]", "[" + logged + "]");
    assertThat(Collected.of(line).accesses().get(0).time()).hasToString(meant);
  }

  @Test
  void aDayThatTheMonthDoesNotHaveIsNoPlainTime() {
    var line = S3AccessRobustnessTest.line(1);
    var late = Collected.of(line.replaceFirst("\\[[^:]*:", "[32/Mar/2026:"));
    assertThat(late.events).isEmpty();
    assertThat(late.reasons).hasSize(1);
  }
}
