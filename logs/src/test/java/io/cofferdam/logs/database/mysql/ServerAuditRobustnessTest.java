package io.cofferdam.logs.database.mysql;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class ServerAuditRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "mysql-audit",
          "",
          List.of(
              "20260301 10:00:00,ip-10-0-1-5,app,203.0.113.7,12,40,QUERY,shop,'SELECT * FROM customers',0",
              "20260301 10:01:00,ip-10-0-1-5,app,203.0.113.7,12,41,QUERY,shop,'SELECT * FROM customers',0",
              "20260301 10:02:00,ip-10-0-1-5,app,203.0.113.7,12,42,QUERY,shop,'SELECT * FROM customers',0"));

  @Test
  void normal() {
    ROBUSTNESS.normal();
  }

  @Test
  void gzipped() {
    ROBUSTNESS.gzipped();
  }

  @Test
  void truncated() {
    ROBUSTNESS.truncated();
  }

  @Test
  void bomb() {
    ROBUSTNESS.bomb();
  }

  @Test
  void disordered() {
    ROBUSTNESS.disordered();
  }
}
