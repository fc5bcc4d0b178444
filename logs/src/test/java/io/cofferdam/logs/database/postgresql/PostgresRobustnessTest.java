package io.cofferdam.logs.database.postgresql;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class PostgresRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "postgresql",
          "",
          List.of(
              "2026-03-01 10:00:00 UTC:203.0.113.7(54321):app@shop:[12340]:LOG:  AUDIT: SESSION,0,1,READ,SELECT,TABLE,public.customers,select * from customers,<not logged>",
              "2026-03-01 10:01:00 UTC:203.0.113.7(54321):app@shop:[12341]:LOG:  AUDIT: SESSION,1,1,READ,SELECT,TABLE,public.customers,select * from customers,<not logged>",
              "2026-03-01 10:02:00 UTC:203.0.113.7(54321):app@shop:[12342]:LOG:  AUDIT: SESSION,2,1,READ,SELECT,TABLE,public.customers,select * from customers,<not logged>"));

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
