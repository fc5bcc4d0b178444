package io.cofferdam.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.testkit.Covers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// A list of accounts that is not told to its end is no list.
@Covers("P-01")
class AwsAccountsTest {
  /// @param next the token of the next page, by the page's number from 1; empty: the last
  private static AwsAccounts accounts(IntFunction<String> next) {
    var pages = new AtomicInteger();
    return new AwsAccounts(
        request -> {
          var page = pages.incrementAndGet();
          var body = JsonNodeFactory.instance.objectNode();
          body.putArray("Accounts")
              .addObject()
              .put("Id", "%012d".formatted(page))
              .put("State", "ACTIVE");
          return CallAnswer.answered(body.put("NextToken", next.apply(page)), "r", 1);
        });
  }

  @Test
  void allPagesAreRead() {
    assertThat(accounts(page -> page < 3 ? "p" + page : "").members())
        .extracting(AwsAccounts.Member::id)
        .containsExactly("000000000001", "000000000002", "000000000003");
  }

  @Test
  void pagesWithoutAnEndAreToldAsSuch() {
    assertThatThrownBy(() -> accounts(page -> "again").members())
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("the same page came again");
    assertThatThrownBy(() -> accounts(page -> "p" + page).members())
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("more than 1000 pages");
  }
}
