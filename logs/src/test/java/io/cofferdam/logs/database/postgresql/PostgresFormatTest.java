package io.cofferdam.logs.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.cofferdam.logs.Collected;
import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class PostgresFormatTest {
  private static final String PREFIX =
      "2026-03-01 10:00:00 UTC:203.0.113.7(54321):app@shop:[1234]:";

  private static Collected read(String... lines) {
    return Collected.of(String.join("\n", lines));
  }

  private static DatabaseStatement only(Collected read) {
    assertThat(read.reasons).isEmpty();
    assertThat(read.events).hasSize(1);
    return (DatabaseStatement) read.events.getFirst();
  }

  @Test
  void auditEntriesGiveWhoReadWhat() {
    var said =
        only(
            read(
                PREFIX
                    + "LOG:  AUDIT: SESSION,5,1,READ,SELECT,TABLE,public.customers,"
                    + "\"select id, mail from customers\",<not logged>,1200"));
    assertThat(said.verb()).isEqualTo("SELECT");
    assertThat(said.relations()).containsExactly("public.customers");
    assertThat(said.rows()).isEqualTo(1200);
    assertThat(said.wholeTable()).isTrue();
    assertThat(said.user()).isEqualTo("app");
    assertThat(said.database()).isEqualTo("shop");
    assertThat(said.address()).isEqualTo("203.0.113.7");
    assertThat(said.session()).isEqualTo("1234");
  }

  @Test
  void aStatementOverSeveralLinesIsOne() {
    var said =
        only(
            read(
                PREFIX + "LOG:  AUDIT: SESSION,5,1,READ,SELECT,,,\"select *",
                "\tfrom customers",
                "\twhere mail = 'someone@shop.example'\",<none>"));
    assertThat(said.relations()).containsExactly("customers");
    assertThat(said.wholeTable()).isFalse();
    assertThat(said.toString()).doesNotContain("someone");
  }

  @Test
  void aDumpIsSeenAsCopiesOfWholeTables() {
    var read =
        read(
            PREFIX + "LOG:  statement: COPY public.customers (id, mail) TO stdout;",
            PREFIX + "LOG:  duration: 12.3 ms  statement: COPY public.orders (id) TO stdout;");
    assertThat(read.events)
        .map(DatabaseStatement.class::cast)
        .allMatch(said -> said.verb().equals("COPY") && said.wholeTable())
        .extracting(DatabaseStatement::relations)
        .containsExactly(List.of("public.customers"), List.of("public.orders"));
  }

  @Test
  void connectionsAndRefusalsAreEvents() {
    var read =
        read(
            PREFIX + "LOG:  connection authorized: user=app database=shop SSL enabled",
            PREFIX + "FATAL:  password authentication failed for user \"app\"",
            PREFIX + "ERROR:  permission denied for table payments",
            PREFIX + "STATEMENT:  select * from payments",
            "2026-03-01 10:00:00 UTC::@:[390]:LOG:  checkpoint starting: time");
    assertThat(read.events)
        .map(DatabaseStatement.class::cast)
        .extracting(DatabaseStatement::verb, DatabaseStatement::succeeded)
        .containsExactly(
            tuple("CONNECT", true), tuple("FAILED_CONNECT", false), tuple("SELECT", false));
    assertThat(read.passedOver).isEqualTo(2);
  }

  @Test
  void cloudWatchTellsTheInstance() {
    var said =
        only(
            Collected.of(
                "{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":"
                    + "\"/aws/rds/instance/orders-db/postgresql\",\"logEvents\":[{\"message\":\""
                    + PREFIX
                    + "LOG:  statement: select 1 from t\"}]}"));
    assertThat(said.instance()).isEqualTo("orders-db");
  }

  @Test
  void aTornLineDoesNotSpoilTheMessageBeforeIt() {
    var read = read(PREFIX + "LOG:  statement: select * from t", "2026-03-01 10:00:01 UTC:203.0");
    assertThat(((DatabaseStatement) read.events.getFirst()).wholeTable()).isTrue();
    assertThat(read.reasons).hasSize(1);
  }

  @Test
  void aTimeInAZoneOfSeveralMeaningsIsRefused() {
    var read =
        read(
            PREFIX + "LOG:  statement: select 1",
            PREFIX.replace("UTC", "CST") + "LOG:  statement: select 2");
    assertThat(read.events).hasSize(1);
    assertThat(read.reasons).hasSize(1);
  }
}
