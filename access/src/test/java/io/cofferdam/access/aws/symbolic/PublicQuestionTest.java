package io.cofferdam.access.aws.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.symbolic.PublicAnswer.Verdict;
import io.cofferdam.model.Ternary;
import io.cofferdam.testkit.Covers;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Covers("P-01")
class PublicQuestionTest {

  static Stream<SeventeenPolicies.Case> seventeen() {
    return SeventeenPolicies.all().stream();
  }

  @ParameterizedTest
  @MethodSource("seventeen")
  void theSeventeenPoliciesComeOutRight(SeventeenPolicies.Case one) {
    PublicAnswer answer =
        PublicQuestion.of(SeventeenPolicies.BUCKET, SeventeenPolicies.OWNER, policy(one.policy()))
            .answer();
    assertThat(answer.verdict())
        .as("%s", answer)
        .isEqualTo(one.isPublic() ? Verdict.PUBLIC : Verdict.NOT_PUBLIC);
    assertThat(answer.external()).as("%s", answer).isEqualTo(Ternary.of(one.external()));
    assertThat(answer.witness().isPresent()).isEqualTo(one.external());
    assertThat(answer.proof().isPresent()).isEqualTo(!one.isPublic());
    assertThat(answer.because()).isNotEmpty();
  }

  static PolicyDocument policy(String json) {
    return PolicyParser.parse(json).asOptional().orElseThrow();
  }
}
