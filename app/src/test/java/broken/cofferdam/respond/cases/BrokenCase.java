package broken.cofferdam.respond.cases;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;

/// Breaks: casesArePure, onlyStoreSeesDatabases.
public final class BrokenCase {
  public Object wrong(Clock clock) throws SQLException {
    return DriverManager.getConnection(clock.toString());
  }
}
