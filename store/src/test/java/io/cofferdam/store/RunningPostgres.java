package io.cofferdam.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/// A PostgreSQL server of its own, in a folder of its own, until it is closed.
public record RunningPostgres(EmbeddedPostgres server) implements AutoCloseable {
  public static RunningPostgres start() throws IOException {
    return new RunningPostgres(EmbeddedPostgres.builder().start());
  }

  String jdbc(String database) {
    return server.getJdbcUrl("postgres", database);
  }

  StoreAddress.Postgres address(String database) {
    return (StoreAddress.Postgres)
        StoreAddress.parse("postgresql://postgres@localhost:" + server.getPort() + "/" + database);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
