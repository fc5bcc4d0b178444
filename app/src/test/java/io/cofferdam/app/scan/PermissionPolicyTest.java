package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("P-01")
class PermissionPolicyTest {
  @TempDir Path folder;

  @Test
  void allowsWhatThePlanAsksAndTheRegionsAndNothingElse() throws Exception {
    var ran = Ran.program(folder, "permissions", "aws");
    assertThat(ran.code()).isZero();
    var statement = new ObjectMapper().readTree(ran.out()).at("/Statement/0");
    var actions = new ArrayList<String>();
    statement.path("Action").forEach(each -> actions.add(each.asText()));
    var wanted = new TreeSet<>(CollectPlan.shipped("aws").permissions());
    wanted.add("ec2:DescribeRegions");
    assertThat(actions).containsExactlyElementsOf(wanted);
  }

  @Test
  void allowsOnlyReadingOfConfiguration() {
    assertThat(CollectPlan.shipped("aws").permissions())
        .allMatch(
            action ->
                action.matches("[a-z0-9-]+:(Get|List|Describe|BatchGet|Search)[A-Za-z0-9]+")
                    || action.equals("apigateway:GET"))
        .doesNotContain("s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter");
  }
}
