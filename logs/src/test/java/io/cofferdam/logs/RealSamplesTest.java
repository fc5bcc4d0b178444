package io.cofferdam.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.testkit.Covers;
import io.cofferdam.testkit.RealSamples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@Covers("D-01")
class RealSamplesTest {

  @Test
  void everyEventOfTheProxyAttackIsDecoded() throws IOException {
    var zip = RealSamples.file("otrf-ec2_proxy_s3_exfiltration.zip");
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      in.getNextEntry();
      var read = Collected.of("events.json", in, ReadLimits.DEFAULT);
      assertThat(read.result().format()).isEqualTo("cloudtrail");
      assertThat(read.result().events()).isEqualTo(103);
      assertThat(read.reasons).isEmpty();
      assertThat(read.result().whole()).isTrue();
      var reads =
          read.accesses().stream()
              .filter(access -> access.operation() == AccessOperation.READ && access.succeeded())
              .toList();
      assertThat(reads).hasSize(2);
      assertThat(reads).allMatch(access -> access.key().equals("ring.txt") && access.bytes() == 89);
      assertThat(reads)
          .allMatch(access -> access.caller().kind() == CallerKind.ROLE_SESSION)
          .allMatch(access -> access.caller().issuer().contains(":role/"));
    }
  }

  @Test
  void everyEventOfTheInvictusHourIsDecoded() throws IOException {
    var events = 0L;
    var objects = 0L;
    for (var file : tar("invictus-aws-stratus-cloudtrail.tar.gz").entrySet()) {
      if (file.getKey().endsWith(".json")) {
        var read = Collected.of(file.getKey(), file.getValue());
        assertThat(read.result().format()).as(file.getKey()).isEqualTo("cloudtrail");
        assertThat(read.reasons).as(file.getKey()).isEmpty();
        events += read.result().events();
        objects += read.events.stream().filter(ObjectAccess.class::isInstance).count();
      }
    }
    assertThat(events).isEqualTo(2900);
    assertThat(objects).isZero();
  }

  @Test
  void everyConsoleEventIsDecoded() throws IOException {
    var file = RealSamples.file("cloudconsolecartographer-console-session.json.gz");
    try (var in = Files.newInputStream(file)) {
      var read = Collected.of("session.json.gz", in, ReadLimits.DEFAULT);
      assertThat(read.result().events()).isEqualTo(1000);
      assertThat(read.reasons).isEmpty();
      assertThat(read.events)
          .filteredOn(ApiCall.class::isInstance)
          .allMatch(event -> event.time().toString().startsWith("2024-04-13T05:"));
    }
  }

  @Test
  void everyTrailDiscoverEventIsDecoded() throws IOException {
    var files = 0;
    for (var file : tar("traildiscover-cloudtrail-samples.tar.gz").entrySet()) {
      var text = new String(file.getValue(), StandardCharsets.UTF_8);
      if (file.getKey().endsWith(".cloudtrail") && text.contains("\"eventTime\"")) {
        var read = Collected.of(file.getKey(), file.getValue());
        assertThat(read.result().format()).as(file.getKey()).isEqualTo("cloudtrail");
        assertThat(read.reasons).as(file.getKey()).isEmpty();
        assertThat(read.result().events()).as(file.getKey()).isPositive();
        files++;
      }
    }
    assertThat(files).isGreaterThan(300);
  }

  @Test
  void honeyBucketTableOfItsOwnShapeIsUnrecognisedNotForced() throws IOException {
    var zip = RealSamples.file("otrf-aws_s3_honeybucketlogs.zip");
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      in.getNextEntry();
      var read = Collected.of("honey.csv", in, ReadLimits.DEFAULT);
      assertThat(read.result().format()).isEqualTo(LogReader.UNRECOGNISED);
      assertThat(read.reasons).hasSize(1);
    }
  }

  /// The regular files of a packed ustar archive (POSIX.1-1988), enough for the samples.
  private static Map<String, byte[]> tar(String name) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    var raw = new ByteArrayOutputStream();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(RealSamples.file(name)))) {
      in.transferTo(raw);
    }
    var in = new ByteArrayInputStream(raw.toByteArray());
    while (true) {
      var header = in.readNBytes(512);
      if (header.length < 512 || header[0] == 0) {
        return files;
      }
      var member = text(header, 0, 100);
      var size = Integer.parseInt(text(header, 124, 12).strip(), 8);
      var content = in.readNBytes(size);
      in.skipNBytes((512 - size % 512) % 512);
      if (header[156] == '0' || header[156] == 0) {
        files.put(member, content);
      }
    }
  }

  private static String text(byte[] bytes, int from, int length) {
    var end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.US_ASCII);
  }
}
