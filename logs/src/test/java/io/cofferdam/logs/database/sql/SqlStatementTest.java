package io.cofferdam.logs.database.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("R-01")
class SqlStatementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "select * from customers|SELECT|customers|true",
        "SELECT id, mail FROM shop.Customers c;|SELECT|shop.customers|true",
        "select * from a, b as x|SELECT|a,b|true",
        "select * from customers where id = 1|SELECT|customers|false",
        "select * from customers limit 5|SELECT|customers|false",
        "select count(*) from customers|SELECT|customers|false",
        "select * from a join b on a.x = b.x|SELECT|a,b|false",
        "select * from (select * from inner_t) s|SELECT|inner_t|true",
        "select extract(year from made_at) from orders|SELECT|orders|true",
        "select 'from secrets' from t -- from u|SELECT|t|true",
        "select /* from u */ x from \"Odd Name\"|SELECT|odd name|true",
        "select $$ from u $$ from t|SELECT|t|true",
        "with c as (select * from t) select * from c|SELECT|t|true",
        "with c as (select * from t where x) delete from u|DELETE|t,u|false",
        "copy public.customers (id, mail) to stdout|COPY|public.customers|true",
        "copy (select * from t where x) to stdout|COPY|t|false",
        "COPY t FROM stdin|COPY_FROM|t|false",
        "table customers|SELECT|customers|true",
        "insert into a (x) select x from b|INSERT|a,b|false",
        "insert into a values (1) on conflict do update set x = 2|INSERT|a|false",
        "update only t set x = 1|UPDATE|t|false",
        "select * from t for update|SELECT|t|true",
        "select * from generate_series(1, 2)|SELECT||false",
        "select a is distinct from b from t|SELECT|t|false",
        "select 1|SELECT||false",
        "truncate table a, b|TRUNCATE|a,b|false",
        "drop table if exists a|DROP|a|false",
        "begin|BEGIN||false",
        "select * from a; drop table b|SELECT|a|false",
        "declare c cursor for select * from t|DECLARE|t|true",
      })
  void verbTablesAndReach(String sql, String verb, String relations, boolean whole) {
    var said = SqlStatement.of(sql, Dialect.POSTGRESQL, false);
    assertThat(said.verb()).isEqualTo(verb);
    assertThat(String.join(",", said.relations())).isEqualTo(relations == null ? "" : relations);
    assertThat(said.wholeTable()).isEqualTo(whole);
  }

  @Test
  void mysqldumpReadsWholeTables() {
    var sql = "SELECT /*!40001 SQL_NO_CACHE */ * FROM `customers`";
    assertThat(SqlStatement.of(sql, Dialect.MYSQL, false))
        .isEqualTo(new SqlStatement("SELECT", List.of("customers"), true));
  }

  @Test
  void whatACutStatementWouldHaveSaidIsNotGuessed() {
    assertThat(SqlStatement.of("select * from customers", Dialect.MYSQL, true))
        .isEqualTo(new SqlStatement("SELECT", List.of(), false));
    assertThat(SqlStatement.of("select * from t where x = 'unclo", Dialect.MYSQL, false))
        .isEqualTo(new SqlStatement("SELECT", List.of("t"), false));
  }

  @Test
  void theTextOfAStatementIsNotKept() {
    var sql = "select * from t where mail = 'someone@shop.example'";
    assertThat(SqlStatement.of(sql, Dialect.POSTGRESQL, false).toString())
        .doesNotContain("someone");
  }

  @Test
  void anEmptyQuotedNameIsNoWord() {
    assertThat(SqlStatement.of("select from e\"\"", Dialect.POSTGRESQL, false).relations())
        .contains("e");
  }

  @Property
  void anyTextIsReadWithoutFailing(@ForAll String text) {
    for (var dialect : Dialect.values()) {
      assertThat(SqlStatement.of("select * from t " + text, dialect, false).verb()).isNotNull();
      assertThat(SqlStatement.of(text, dialect, false).relations()).isNotNull();
    }
  }
}
