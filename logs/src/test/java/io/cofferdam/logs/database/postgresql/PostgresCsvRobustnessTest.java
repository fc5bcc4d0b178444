package io.cofferdam.logs.database.postgresql;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class PostgresCsvRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "postgresql-csv",
          "",
          List.of(
              "2026-03-01 10:00:00.123 UTC,\"app\",\"shop\",1230,\"203.0.113.7:5432\",65a.1,0,\"SELECT\",2026-03-01 09:00:00 UTC,3/4,0,LOG,00000,\"statement: select * from customers\",,,,,,,,,\"psql\",\"client backend\",,0",
              "2026-03-01 10:01:00.123 UTC,\"app\",\"shop\",1231,\"203.0.113.7:5432\",65a.1,1,\"SELECT\",2026-03-01 09:00:00 UTC,3/4,0,LOG,00000,\"statement: select * from customers\",,,,,,,,,\"psql\",\"client backend\",,0",
              "2026-03-01 10:02:00.123 UTC,\"app\",\"shop\",1232,\"203.0.113.7:5432\",65a.1,2,\"SELECT\",2026-03-01 09:00:00 UTC,3/4,0,LOG,00000,\"statement: select * from customers\",,,,,,,,,\"psql\",\"client backend\",,0"));

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
