package io.cofferdam.store.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.ShippedPlaybooks;
import io.cofferdam.store.RunningPostgres;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed (SIGKILL) at any boundary of any playbook: the next one skips nothing
/// and doubles nothing, forward and back; what came due meanwhile rings soon after.
///
/// `soak.seed`, `soak.kills` and `soak.from` choose the long run.
@Covers({"R-01", "R-02", "X-01"})
class KilledRunsTest {
  /// A timer that came due while nobody ran rings no later than this after a restart.
  private static final Duration LATEST = Duration.ofSeconds(5);

  private static final long SEED = Long.getLong("soak.seed", 20260301);

  @TempDir Path folder;

  private String sqlite(String name) {
    return folder.resolve(name).resolve("cases.db").toString();
  }

  @Test
  @Tag("slow")
  void aKilledRunSkipsAndDoublesNothing() throws Exception {
    var runs = new KilledRuns(folder, this::sqlite, SEED);
    runs.atBoundaries("contain-ec2", Course.STRAIGHT, 6, 7);
    runs.whileTimersComeDue("contain-ec2", 3);
    assertThat(runs.kills()).as(runs.tally()).isGreaterThan(8);
    assertThat(runs.latest().orElseThrow()).isLessThan(LATEST);
  }

  @Test
  @Tag("soak")
  void killedManyTimesInSqlite() throws Exception {
    many(this::sqlite);
  }

  @Test
  @Tag("soak")
  void killedManyTimesInPostgres() throws Exception {
    try (var server = RunningPostgres.start()) {
      many(name -> database(server, name));
    }
  }

  private static String database(RunningPostgres server, String name) {
    var database = name.replace('-', '_');
    try (var connection =
            DriverManager.getConnection(server.server().getJdbcUrl("postgres", "postgres"));
        var create = connection.createStatement()) {
      create.execute("create database " + database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgresql://postgres@localhost:" + server.server().getPort() + "/" + database;
  }

  private static List<String> shortestFirst() {
    var shipped = ShippedPlaybooks.load();
    return shipped.all().stream()
        .sorted(
            Comparator.comparingInt(
                book -> shipped.withCalled(book).stream().mapToInt(it -> it.steps().size()).sum()))
        .map(Playbook::slug)
        .toList();
  }

  /// One playbook after the other, from where the last long run ended, with so many kills in each
  /// that one pass comes to all. Of eleven about seven while it goes forward, three while it turns
  /// back and on, and one while timers come due.
  private void many(UnaryOperator<String> stores) throws Exception {
    int most = Integer.getInteger("soak.kills", 100);
    int from = Integer.getInteger("soak.from", 0);
    var playbooks = shortestFirst();
    int each = Math.max(11, (most + playbooks.size() - 1) / playbooks.size());
    var runs = new KilledRuns(folder, stores, SEED);
    int unit = from;
    while (runs.kills() < most) {
      var playbook = playbooks.get(unit % playbooks.size());
      int pass = unit / playbooks.size();
      runs.atBoundaries(playbook, Course.STRAIGHT, each * 7 / 11, pass);
      runs.atBoundaries(playbook, Course.TURNING, each * 3 / 11, pass);
      runs.whileTimersComeDue(playbook, each / 11);
      unit++;
      // read by scripts/soak.sh
      System.out.printf("KILLED position=%d seed %d: %s%n", unit, SEED, runs.tally());
    }
    assertThat(runs.latest().orElseThrow()).isLessThan(LATEST);
  }
}
