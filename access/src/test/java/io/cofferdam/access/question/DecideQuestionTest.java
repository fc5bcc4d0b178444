package io.cofferdam.access.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.policy.PolicyProblem;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("P-01")
class DecideQuestionTest {
  private static final String GET =
      "{'id':'a1','request':{'principal':'arn:aws:iam::111122223333:user/ana',"
          + "'action':'s3:GetObject','resource':'arn:aws:s3:::shop-training/k'%s}%s}";
  private static final String ALLOW =
      ",'identityPolicies':[{'Version':'2012-10-17','Statement':{'Effect':'Allow',"
          + "'Action':'s3:*','Resource':'*'%s}}]";

  private static QuestionReading<DecideQuestion> read(String line) {
    return DecideQuestion.read(line.replace('\'', '"'));
  }

  private static DecideQuestion understood(String line) {
    return switch (read(line)) {
      case QuestionReading.Read<DecideQuestion> read -> read.question();
      case QuestionReading.Refused<DecideQuestion> refused ->
          throw new AssertionError(refused.problems().toString());
    };
  }

  private static Decision decide(String line) {
    DecideQuestion question = understood(line);
    return Decider.decide(question.request(), question.policies());
  }

  @Test
  void withoutResourceAccountTheBucketIsTheCallersOwn() {
    assertThat(decide(GET.formatted("", ALLOW.formatted("")))).isInstanceOf(Decision.Allowed.class);
  }

  @Test
  void theResourceAccountMayBeAnother() {
    String line = GET.formatted(",'resourceAccount':'444455556666'", ALLOW.formatted(""));
    assertThat(decide(line)).isInstanceOf(Decision.ImplicitlyDenied.class);
  }

  @Test
  void aPolicyMayBeWrittenAsText() {
    String policy =
        "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\","
            + "\\\"Action\\\":\\\"s3:*\\\",\\\"Resource\\\":\\\"*\\\"}}";
    assertThat(decide(GET.formatted("", ",'identityPolicies':['" + policy + "']")))
        .isInstanceOf(Decision.Allowed.class);
  }

  @Test
  void contextValuesMayBeTextsNumbersBooleansAndLists() {
    String condition =
        ",'Condition':{'Bool':{'aws:SecureTransport':'true'},"
            + "'NumericLessThan':{'s3:max-keys':'11'},"
            + "'ForAllValues:StringEquals':{'aws:TagKeys':['a','b']}}";
    String context =
        ",'context':{'aws:SecureTransport':true,'S3:Max-Keys':10,'aws:TagKeys':['a','b']}";
    assertThat(decide(GET.formatted(context, ALLOW.formatted(condition))))
        .isInstanceOf(Decision.Allowed.class);
  }

  @Test
  void anAbsentKeyIsAbsentAndNotUnknown() {
    String condition = ",'Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1a2b3c4d'}}";
    assertThat(decide(GET.formatted(",'context':{}", ALLOW.formatted(condition))))
        .isInstanceOf(Decision.ImplicitlyDenied.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Anonymous, ANONYMOUS",
    "AwsService, AWS_SERVICE",
    "IamUser, IAM_USER",
    "RoleSession, ROLE_SESSION",
    "assumed-role, ROLE_SESSION",
    "root, ACCOUNT_ROOT",
    "FederatedUser, FEDERATED_USER"
  })
  void theKindOfCallerMayBeTold(String word, PrincipalKind kind) {
    DecideQuestion question = understood(GET.formatted(",'principalKind':'" + word + "'", ""));
    assertThat(question.request().principal().kind()).isEqualTo(kind);
  }

  @Test
  void levelsOfServiceControlPoliciesKeepTheirOrder() {
    String deny =
        ",'scps':[[],[{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'ec2:*',"
            + "'Resource':'*'}}]]";
    DecideQuestion question = understood(GET.formatted("", deny));
    assertThat(question.policies().scps()).hasSize(2);
    assertThat(question.policies().scps().get(0)).isEmpty();
    assertThat(question.policies().scps().get(1)).hasSize(1);
  }

  /// The caret stands before what is wrong.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "not JSON | {'id':1,^ | CFD-ACCESS-0101",
        "an array | ^[1] | CFD-ACCESS-0102",
        "unknown member | {'request':REQUEST,'polices':^[]} | CFD-ACCESS-0103",
        "no request | ^{'id':1} | CFD-ACCESS-0104",
        "empty action | {'request':{'principal':'111122223333','action':^'','resource':'*'}}"
            + " | CFD-ACCESS-0105",
        "policies not a list | {'request':REQUEST,'identityPolicies':^{}} | CFD-ACCESS-0106",
        "unknown kind | {'request':^{'principal':'x','principalKind':'ghost','action':'s3:a',"
            + "'resource':'*'}} | CFD-ACCESS-0107",
        "no service | {'request':^{'principal':'111122223333','action':'GetObject',"
            + "'resource':'*'}} | CFD-ACCESS-0108",
        "no principal | {'request':^{'principal':'ana','action':'s3:a','resource':'*'}}"
            + " | CFD-ACCESS-0109",
        "object in the context | {'request':{'principal':'111122223333','action':'s3:a',"
            + "'resource':'*','context':{'k':^{}}}} | CFD-ACCESS-0110",
        "grant without operations | {'request':REQUEST,'grants':"
            + "[^{'GranteePrincipal':'111122223333'}]} | CFD-ACCESS-0111",
        "block of no sense | {'request':REQUEST,'publicAccessBlock':{'bucket':^{'x':1}}}"
            + " | CFD-ACCESS-0112",
        "unknown ownership | {'request':REQUEST,'ownership':^'Mine'} | CFD-ACCESS-0113",
        "unknown operator | {'request':REQUEST,'resourcePolicy':{'Version':'2012-10-17',"
            + "'Statement':{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*',"
            + "'Condition':{'StringSame':^{'a':'b'}}}}} | CFD-ACCESS-0020"
      })
  void whatIsNotUnderstoodIsRefusedWithItsPlace(String name, String marked, String code) {
    String line =
        marked.replace(
            "REQUEST", "{'principal':'111122223333','action':'s3:GetObject','resource':'*'}");
    QuestionReading<DecideQuestion> reading = read(line.replace("^", ""));
    assertThat(reading).isInstanceOf(QuestionReading.Refused.class);
    PolicyProblem problem = ((QuestionReading.Refused<DecideQuestion>) reading).problems().get(0);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.at().toString()).isEqualTo("line 1, column " + (line.indexOf('^') + 1));
  }

  @Test
  void theIdComesBackAsItWasWritten() {
    assertThat(read("{'id':7}").id()).isEqualTo("7");
    assertThat(DecideQuestion.read("{\"id\":\"a\\\"b\"}").id()).isEqualTo("\"a\\\"b\"");
    assertThat(read("{}").id()).isEqualTo("null");
  }
}
