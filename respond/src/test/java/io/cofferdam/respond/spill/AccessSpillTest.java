package io.cofferdam.respond.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessSpillTest {
  @TempDir Path folder;

  private static ObjectAccess access(int number, String key) {
    return new ObjectAccess(
        new EventRef(3, number, "event-" + number),
        Instant.parse("2026-03-01T10:00:00.123456789Z").plusSeconds(number),
        number % 2 == 0 ? AccessLog.CLOUDTRAIL_DATA : AccessLog.S3_SERVER_ACCESS,
        AccessOperation.READ,
        "GetObject",
        new Caller(
            CallerKind.ROLE_SESSION,
            "arn:aws:sts::111122223333:assumed-role/loader/i-0abc12345678",
            "arn:aws:iam::111122223333:role/loader",
            "111122223333",
            "ASIAEXAMPLE",
            "AROA:i-0abc12345678",
            "10.0.0." + number % 250,
            "",
            "vpce-1"),
        ResourceId.bucket("shop-training"),
        key,
        "",
        "",
        number * 1_000_000_007L,
        -1,
        200,
        "",
        "REQ" + number / 2,
        number % 3 == 0,
        "111122223333",
        "eu-central-1");
  }

  @Test
  void whatWasWrittenIsReadBackAndLinesOfOneRequestLieTogether() {
    var written = new HashSet<ObjectAccess>();
    var read = new HashSet<ObjectAccess>();
    var partitionOf = new HashMap<String, Integer>();
    try (var spill = new AccessSpill(folder)) {
      for (int i = 0; i < 20_000; i++) {
        var access = access(i, "größe/" + i + "/\u0000\ud83d\ude00".repeat(i % 5));
        written.add(access);
        spill.add(access, access.requestId());
      }
      var number = new AtomicLong();
      spill.forEachPartition(
          lines -> {
            int partition = (int) number.incrementAndGet();
            for (var line : lines) {
              read.add(line);
              assertThat(partitionOf.merge(line.requestId(), partition, (a, b) -> a))
                  .isEqualTo(partition);
            }
          });
    }
    assertThat(read).isEqualTo(written);
  }

  @Test
  void wordsBeyondTheTableAreWrittenInFull() {
    var longName = "x".repeat(5_000);
    try (var spill = new AccessSpill(folder)) {
      var access = access(1, longName);
      var strange =
          new ObjectAccess(
              access.ref(),
              access.time(),
              access.source(),
              access.operation(),
              longName,
              access.caller(),
              access.store(),
              longName,
              "",
              "",
              1,
              1,
              200,
              "",
              "r",
              false,
              "",
              "");
      spill.add(strange, "r");
      var read = new ArrayList<ObjectAccess>();
      spill.forEachPartition(read::addAll);
      assertThat(read).containsExactly(strange);
    }
  }

  @Test
  void callersAndStoresBeyondTheTablesAreWrittenInFull() {
    var written = new HashSet<ObjectAccess>();
    var read = new HashSet<ObjectAccess>();
    try (var spill = new AccessSpill(folder)) {
      for (int i = 0; i < AccessCodec.WORDS + 1_000; i++) {
        var access = of(access(i, "k"), "AKIA" + i, "shop-" + i);
        written.add(access);
        spill.add(access, access.requestId());
      }
      var strange = of(access(1, "k"), "K".repeat(3_000), "b".repeat(3_000));
      written.add(strange);
      spill.add(strange, "r");
      spill.forEachPartition(read::addAll);
    }
    assertThat(read).isEqualTo(written);
  }

  private static ObjectAccess of(ObjectAccess a, String key, String bucket) {
    var c = a.caller();
    return new ObjectAccess(
        a.ref(),
        a.time(),
        a.source(),
        a.operation(),
        a.action(),
        new Caller(
            c.kind(),
            c.principal(),
            c.issuer(),
            c.account(),
            key,
            c.principalId(),
            c.address(),
            "",
            c.vpcEndpoint()),
        ResourceId.bucket(bucket),
        a.key(),
        a.version(),
        a.copyTarget(),
        a.bytes(),
        a.objectSize(),
        a.status(),
        a.errorCode(),
        a.requestId(),
        a.signedQuery(),
        a.account(),
        a.region());
  }

  @Test
  void twoThreadsLoseNothingAndClosingLeavesNothingBehind() throws Exception {
    try (var spill = new AccessSpill(folder)) {
      var threads =
          List.of(writer(spill, 0), writer(spill, 100_000)).stream().map(Thread::new).toList();
      threads.forEach(Thread::start);
      for (var thread : threads) {
        thread.join();
      }
      var seen = new HashSet<EventRef>();
      spill.forEachPartition(lines -> lines.forEach(l -> seen.add(l.ref())));
      assertThat(seen).hasSize(60_000);
      assertThat(spill.size()).isEqualTo(60_000);
    }
    assertThat(isEmpty(folder)).isTrue();
  }

  private static Runnable writer(AccessSpill spill, int from) {
    return () -> {
      for (int i = from; i < from + 30_000; i++) {
        spill.add(access(i, "k" + i), "REQ" + i);
      }
    };
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
