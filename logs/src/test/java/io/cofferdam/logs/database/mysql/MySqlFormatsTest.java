package io.cofferdam.logs.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class MySqlFormatsTest {
  private static Collected read(String... lines) {
    return Collected.of(String.join("\n", lines));
  }

  private static DatabaseStatement said(Collected read, int i) {
    assertThat(read.reasons).isEmpty();
    return (DatabaseStatement) read.events.get(i);
  }

  @Test
  void theAuditPluginsRecordsAreRead() {
    var read =
        read(
            "20260301 10:00:00,ip-10-0-1-5,app,203.0.113.7,12,41,QUERY,shop,"
                + "'SELECT /*!40001 SQL_NO_CACHE */ * FROM `customers`',0",
            "20260301 10:00:01,ip-10-0-1-5,app,203.0.113.7,12,41,READ,shop,customers,0",
            "20260301  9:00:02,ip-10-0-1-5,app,203.0.113.7,13,0,FAILED_CONNECT,,,1045");
    assertThat(said(read, 0).wholeTable()).isTrue();
    assertThat(said(read, 0).relations()).containsExactly("customers");
    assertThat(said(read, 1).verb()).isEqualTo("READ");
    assertThat(said(read, 2).succeeded()).isFalse();
    assertThat(said(read, 2).time()).isEqualTo("2026-03-01T09:00:02Z");
    assertThat(read.notes).contains("times without zone are taken as UTC");
  }

  @Test
  void aurorasMicrosecondsAreRead() {
    var read =
        read(
            "1772359200123456,shop-db-1,app,203.0.113.7,12,41,QUERY,shop,"
                + "'select * from orders where note = \\'a,b\\'',0,,");
    assertThat(said(read, 0).time()).isEqualTo("2026-03-01T10:00:00.123456Z");
    assertThat(said(read, 0).wholeTable()).isFalse();
    assertThat(said(read, 0).succeeded()).isTrue();
  }

  @Test
  void theGeneralLogKnowsItsSessions() {
    var read =
        read(
            "2026-03-01T10:00:00.000001Z\t   12 Connect\tapp@203.0.113.7 on shop using TCP/IP",
            "2026-03-01T10:00:01.000001Z\t   12 Query\tselect *",
            "from customers",
            "2026-03-01T10:00:02.000001Z\t   12 Quit\t",
            "2026-03-01T10:00:03.000001Z\t   13 Connect\tAccess denied for user 'x'@'y'");
    assertThat(said(read, 1).user()).isEqualTo("app");
    assertThat(said(read, 1).address()).isEqualTo("203.0.113.7");
    assertThat(said(read, 1).database()).isEqualTo("shop");
    assertThat(said(read, 1).wholeTable()).isTrue();
    assertThat(said(read, 2).verb()).isEqualTo("DISCONNECT");
    assertThat(said(read, 3).verb()).isEqualTo("FAILED_CONNECT");
  }

  @Test
  @org.junit.jupiter.api.Timeout(20)
  void manyShortLinesCostNoMoreThanTheirLength() {
    var open = "20260301 10:00:00,h,app,203.0.113.7,12,41,QUERY,shop,'select * from t where ";
    var read = Collected.of(open + "\nx".repeat(400_000) + "',0\n");
    assertThat(said(read, 0).relations()).containsExactly("t");
    assertThat(said(read, 0).wholeTable()).isFalse();
  }
}
