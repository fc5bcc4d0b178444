package io.cofferdam.store;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTimersTest extends TimersContract {
  private static RunningPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = RunningPostgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Override
  String address() {
    return "postgresql://postgres@localhost:" + postgres.server().getPort() + "/postgres";
  }
}
