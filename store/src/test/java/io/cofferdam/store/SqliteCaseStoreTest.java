package io.cofferdam.store;

import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@Covers("X-01")
class SqliteCaseStoreTest extends CaseStoreContract {
  @TempDir Path folder;

  @Override
  CaseStore open() {
    return CaseStore.open(new StoreAddress.File(folder.resolve("cases.db")), NOW);
  }

  @Override
  Database database() {
    return new SqliteDatabase(folder.resolve("cases.db"));
  }
}
