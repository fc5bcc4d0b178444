package io.cofferdam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreAddressTest {
  @Test
  void whatIsNoAddressIsAFile() {
    assertThat(StoreAddress.parse("cases.db"))
        .isEqualTo(new StoreAddress.File(Path.of("cases.db").toAbsolutePath()));
    assertThat(StoreAddress.parse("/a b/ü.db"))
        .isEqualTo(new StoreAddress.File(Path.of("/a b/ü.db")));
  }

  @Test
  void aServerIsNamedInFullOrShort() {
    assertThat(StoreAddress.parse("postgresql://mara@db.example:5433/cases?sslmode=require"))
        .isEqualTo(
            new StoreAddress.Postgres(
                "db.example", 5433, "cases", Optional.of("mara"), "sslmode=require"));
    assertThat(StoreAddress.parse("jdbc:postgresql://localhost/cases"))
        .hasToString("postgresql://localhost:5432/cases");
  }

  @Test
  void aPasswordIsRefusedAndNotRepeated() {
    for (var text :
        new String[] {
          "postgresql://mara:hush-hush@db.example/cases",
          "postgresql://db.example/cases?user=mara&password=hush-hush",
          "postgresql://db.example/cases?sslPassword=hush-hush"
        }) {
      fails("CFD-STORE-0002", text);
    }
  }

  @Test
  void whatIsNeitherIsRefused() {
    for (var text :
        new String[] {
          "",
          "mysql://db.example/cases",
          "https://db.example",
          "cases.db?mode=ro",
          "postgresql://",
          "postgresql://db.example",
          "postgresql://db.example/a/b",
          "postgresql://mara:hush-hush@db exa mple/cases",
          "a\0b"
        }) {
      fails("CFD-STORE-0001", text);
    }
  }

  private static void fails(String code, String text) {
    assertThatThrownBy(() -> StoreAddress.parse(text))
        .isInstanceOfSatisfying(
            CofferdamException.class,
            e -> {
              assertThat(e.code()).as(text).isEqualTo(code);
              assertThat(e.getMessage() + e.hint()).doesNotContain("hush-hush");
            });
  }
}
