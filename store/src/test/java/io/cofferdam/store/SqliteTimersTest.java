package io.cofferdam.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteTimersTest extends TimersContract {
  @TempDir Path folder;

  @Override
  String address() {
    return folder.resolve("cases.db").toString();
  }
}
