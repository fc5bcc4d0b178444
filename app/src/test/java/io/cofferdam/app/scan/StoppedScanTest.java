package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.RoughProxy.Fault;
import io.cofferdam.testkit.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The process is killed in the middle of a scan; the same command then asks only for the rest.
@Covers("P-01")
class StoppedScanTest {
  @TempDir static Path folder;

  private static MotoServer moto;

  @BeforeAll
  static void start() throws Exception {
    moto = MotoServer.start(folder);
    SeededShop.in(moto.endpoint());
    ScanRuns.credentials("test", "test");
  }

  @AfterAll
  static void stop() {
    ScanRuns.noCredentials();
    if (moto != null) {
      moto.close();
    }
  }

  private static Process program(RoughProxy proxy, Path snapshot, Path log) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Daws.accessKeyId=test",
            "-Daws.secretAccessKey=test",
            "-cp",
            System.getProperty("java.class.path"),
            "io.cofferdam.app.cli.Cofferdam",
            "--quiet",
            "scan",
            "aws",
            "--endpoint-url",
            proxy.endpoint().toString(),
            "--region",
            SeededShop.REGION,
            "--snapshot-out",
            snapshot.toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 20, 60})
  void killedAtAnyMomentItGoesOnWhereItStopped(int after) throws Exception {
    var snapshot = folder.resolve("killed-" + after);
    var calm =
        ScanRuns.scan(
            folder, moto.endpoint(), "--snapshot-out", folder.resolve("calm-" + after).toString());
    var reached = new CountDownLatch(1);
    try (var proxy =
        new RoughProxy(
            moto.endpoint(),
            asked -> {
              if (asked.number() < after) {
                return Fault.NONE;
              }
              reached.countDown();
              return Fault.HANG;
            })) {
      var process = program(proxy, snapshot, folder.resolve("killed-" + after + ".log"));
      assertThat(reached.await(120, TimeUnit.SECONDS)).isTrue();
      process.destroyForcibly().waitFor();
    }
    var answered = answered(snapshot);
    assertThat(Files.exists(snapshot.resolve("manifest.json"))).isFalse();
    var unfinished =
        Ran.program(folder, "--quiet", "scan", "snapshot", snapshot.toString(), "--format", "json");
    if (answered > 0) {
      assertThat(ScanRuns.notes(unfinished))
          .anyMatch(note -> note.contains("not taken to its end"));
    }
    try (var proxy = new RoughProxy(moto.endpoint(), asked -> Fault.NONE)) {
      var resumed = ScanRuns.scan(folder, proxy.endpoint(), "--snapshot-out", snapshot.toString());
      assertThat(reasons(resumed)).isEqualTo(reasons(calm));
      assertThat(answered(snapshot)).isEqualTo(answered(folder.resolve("calm-" + after)));
      assertThat(Files.exists(snapshot.resolve("manifest.json"))).isTrue();
    }
    assertThat(lines(snapshot, "answered") + lines(snapshot, "absent"))
        .as("what was answered before the kill was not asked again")
        .isEqualTo(answered(snapshot));
  }

  @Test
  void stoppedFromTheKeyboardItSaysWhatIsKept() throws Exception {
    var reached = new CountDownLatch(1);
    var log = folder.resolve("stopped.log");
    try (var proxy =
        new RoughProxy(
            moto.endpoint(),
            asked -> {
              if (asked.number() < 10) {
                return Fault.NONE;
              }
              reached.countDown();
              return Fault.HANG;
            })) {
      var process = program(proxy, folder.resolve("stopped"), log);
      assertThat(reached.await(120, TimeUnit.SECONDS)).isTrue();
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(Files.readString(log)).contains("the scan was stopped", "the same command goes on");
  }

  /// Outcomes with reasons; not how a call failed that the stand-in does not know, since a busy one
  /// may be late with that.
  private static Map<String, String> reasons(Ran ran) {
    var reasons = ScanRuns.outcomes(ran);
    reasons.replaceAll(
        (what, why) -> why.replaceAll("failed: [^()]* \\(tried \\d+ times\\)", "failed"));
    return reasons;
  }

  /// Different calls that have an answer.
  private static long answered(Path snapshot) throws Exception {
    var journal = snapshot.resolve("calls.jsonl");
    if (!Files.exists(journal)) {
      return 0;
    }
    var json = new ObjectMapper();
    var calls = new TreeSet<String>();
    for (var line : Files.readAllLines(journal)) {
      if (line.contains("\"outcome\":\"answered\"") || line.contains("\"outcome\":\"absent\"")) {
        var call = json.readTree(line);
        calls.add(
            call.path("region")
                + ""
                + call.path("service")
                + call.path("operation")
                + call.path("parameters"));
      }
    }
    return calls.size();
  }

  private static long lines(Path snapshot, String outcome) throws Exception {
    return Files.readAllLines(snapshot.resolve("calls.jsonl")).stream()
        .filter(line -> line.contains("\"outcome\":\"" + outcome + "\""))
        .count();
  }
}
