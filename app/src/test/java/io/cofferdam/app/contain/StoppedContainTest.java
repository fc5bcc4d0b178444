package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.RoughProxy.Fault;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An act that is ended in its middle by a real kill, a ledger that fails, an answer that is lost,
/// or another responder: going on and going back both work, and nothing is done twice.
@Covers({"R-02", "R-03"})
class StoppedContainTest extends OnStandIn {
  /// The program in a process of its own.
  private Process program(String... words) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Daws.accessKeyId=test",
                "-Daws.secretAccessKey=test",
                "-Dcofferdam.home=" + folder.resolve("home"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.cofferdam.app.cli.Cofferdam"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("program.log").toFile())
        .start();
  }

  private static void kill(AtomicReference<Process> process) {
    try {
      while (process.get() == null) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      process.get().destroyForcibly().waitFor();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  /// @param made whether the call came through before the kill
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aProcessThatIsKilledInItsCallIsGoneOnWith(boolean made) throws Exception {
    try (var scene = scene()) {
      scene.clock = Clock.systemUTC();
      scene.approved();
      var process = new AtomicReference<Process>();
      scene.faults =
          asked -> {
            var put = OpenBucket.put(asked.text());
            if (made ? put || scene.puts() == 0 : !put) {
              return Fault.NONE;
            }
            kill(process);
            return Fault.CUT;
          };
      process.set(program(scene.words("tomas", "contain", "execute", scene.id, "C1")));
      assertThat(process.get().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.get().exitValue())
          .as(Files.readString(folder.resolve("program.log")))
          .isEqualTo(137);
      scene.faults = _ -> Fault.NONE;
      assertThat(scene.closed()).isEqualTo(made);
      assertThat(scene.show().path("standing").asText()).isEqualTo("acting");

      var early = scene.acting("mara", "contain", "execute", scene.id, "C1");
      assertThat(early.code()).isEqualTo(3);
      assertThat(early.err()).contains("is not settled", "--take-over");
      var before = scene.puts();
      var on = scene.acting("mara", "contain", "execute", scene.id, "C1", "--take-over");
      assertThat(on.out()).contains("contained");
      assertThat(on.code()).isZero();
      assertThat(scene.puts() - before).as("not done twice").isEqualTo(made ? 0 : 1);
      assertThat(scene.acting("mara", "contain", "rollback", scene.id, "C1").code()).isZero();
      assertThat(scene.closed()).isFalse();
    }
  }

  @Test
  void aProcessThatIsKilledInItsCallCanBeUndone() throws Exception {
    try (var scene = scene()) {
      scene.clock = Clock.systemUTC();
      scene.approved();
      var process = new AtomicReference<Process>();
      scene.faults =
          asked -> {
            if (scene.puts() > 0 && !OpenBucket.put(asked.text())) {
              kill(process);
              return Fault.CUT;
            }
            return Fault.NONE;
          };
      process.set(program(scene.words("tomas", "contain", "execute", scene.id, "C1")));
      assertThat(process.get().waitFor(60, TimeUnit.SECONDS)).isTrue();
      scene.faults = _ -> Fault.NONE;
      assertThat(scene.closed()).isTrue();
      var back = scene.acting("mara", "contain", "rollback", scene.id, "C1", "--take-over");
      assertThat(back.out()).contains("undone: the state is as it was before");
      assertThat(scene.closed()).isFalse();
    }
  }

  @Test
  void anAnswerThatIsLostIsReadFromTheState() throws IOException {
    try (var scene = scene().approved()) {
      scene.faults = asked -> OpenBucket.put(asked.text()) ? Fault.TRUNCATED : Fault.NONE;
      var ran = scene.acting("tomas", "contain", "execute", scene.id, "C1");
      assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
      assertThat(scene.puts()).isOne();
    }
  }

  /// What cannot be put on record stops the act; the call that was begun is settled later.
  @Test
  void aLedgerThatFailsInTheMiddleStopsTheAct() throws IOException {
    try (var scene = scene().approved()) {
      var checkpoint = folder.resolve("home/cases-ledger/checkpoint");
      var aside = folder.resolve("checkpoint");
      scene.faults =
          asked -> {
            if (OpenBucket.put(asked.text())) {
              move(checkpoint, aside);
            }
            return Fault.NONE;
          };
      var ran = scene.acting("tomas", "contain", "execute", scene.id, "C1");
      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("CFD-EVIDENCE-0003");
      scene.faults = _ -> Fault.NONE;
      move(aside, checkpoint);
      var on = scene.acting("tomas", "contain", "execute", scene.id, "C1", "--take-over");
      assertThat(on.code()).as(on.out() + on.err()).isZero();
      assertThat(scene.puts()).isOne();
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException bad) {
      throw new UncheckedIOException(bad);
    }
  }

  @Test
  void withoutTheLedgerNothingIsDoneAtAll() throws IOException {
    try (var scene = scene().approved()) {
      move(folder.resolve("home/cases-ledger/checkpoint"), folder.resolve("checkpoint"));
      var ran = scene.acting("tomas", "contain", "execute", scene.id, "C1");
      assertThat(ran.code()).isEqualTo(3);
      assertThat(scene.puts()).isZero();
      assertThat(scene.closed()).isFalse();
    }
  }

  /// The second begins while the call of the first is on its way.
  @Test
  void ofTwoRespondersAtOnceOneActs() throws Exception {
    try (var scene = scene().approved();
        var threads = Executors.newFixedThreadPool(2)) {
      var onItsWay = new CountDownLatch(1);
      var other = new CountDownLatch(1);
      scene.faults =
          asked -> {
            if (OpenBucket.put(asked.text())) {
              onItsWay.countDown();
              await(other);
            }
            return Fault.NONE;
          };
      Callable<Integer> first = () -> quietly(scene, "tomas");
      var one = threads.submit(first);
      await(onItsWay);
      var two = Ran.program(scene.clock, folder, executing(scene, "mara"));
      other.countDown();
      assertThat(two.code()).isEqualTo(3);
      assertThat(two.err()).contains("somebody began a call of act `C1`");
      assertThat(one.get(60, TimeUnit.SECONDS)).isZero();
      assertThat(scene.puts()).isOne();
    }
  }

  private static String[] executing(OpenBucket scene, String by) {
    return scene.words(by, "contain", "execute", scene.id, "C1");
  }

  private Integer quietly(OpenBucket scene, String by) {
    return Ran.program(scene.clock, folder, executing(scene, by)).code();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }
}
