package io.cofferdam.logs.database.mysql;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class GeneralLogRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "mysql-general",
          "",
          List.of(
              "2026-03-01T10:00:00.123456Z\t   10 Query\tSELECT * FROM customers",
              "2026-03-01T10:01:00.123456Z\t   11 Query\tSELECT * FROM customers",
              "2026-03-01T10:02:00.123456Z\t   12 Query\tSELECT * FROM customers"));

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
