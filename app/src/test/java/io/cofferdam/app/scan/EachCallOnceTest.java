package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.snapshot.CallRecord;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was answered is not asked again; a fault may pass, so that alone is tried again.
@Covers("P-01")
class EachCallOnceTest {
  @AfterAll
  static void noCredentials() {
    ScanRuns.noCredentials();
  }

  @Test
  void noCallThatWasAnsweredIsMadeAgain(@TempDir Path folder) throws Exception {
    var asked = new ConcurrentHashMap<String, Integer>();
    try (var moto = MotoServer.start(folder);
        var proxy =
            new RoughProxy(
                moto.endpoint(),
                request -> {
                  asked.merge(
                      request.service() + " " + request.region() + " " + request.text(),
                      1,
                      Integer::sum);
                  return RoughProxy.Fault.NONE;
                })) {
      SeededShop.in(moto.endpoint());
      ScanRuns.credentials("test", "test");
      var snapshot = folder.resolve("s");
      var ran = ScanRuns.scan(folder, proxy.endpoint(), "--snapshot-out", snapshot.toString());
      assertThat(ran.code()).as(ran.err()).isIn(0, 1, 3);
      assertThat(proxy.requests()).isGreaterThan(100);
      var calls = StoredSnapshot.open(snapshot).calls();
      assertThat(calls)
          .filteredOn(call -> call.outcome().conclusive())
          .allMatch(call -> call.attempts() == 1);
      var who = asked.keySet().stream().filter(each -> each.contains("GetCallerIdentity")).count();
      assertThat(calls.stream().mapToInt(CallRecord::attempts).sum() + who)
          .as("requests beside those of the journal")
          .isEqualTo(proxy.requests());
    }
    Map<String, Integer> twice = new TreeMap<>(asked);
    twice.values().removeIf(times -> times == 1);
    assertThat(asked.keySet()).anyMatch(each -> each.contains("GetCallerIdentity"));
    assertThat(twice.keySet())
        .noneMatch(each -> each.startsWith("sts ") || each.startsWith("macie2 "));
  }
}
