package io.cofferdam.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Whose account the credentials are of, and in which regions it works.
public final class AwsAccounts {
  /// The account of the first questions, before it is known.
  public static final String UNKNOWN = "";

  /// The region that answers for global services of the partition `aws`.
  public static final String HOME = "us-east-1";

  private final CloudReader reader;

  public AwsAccounts(CloudReader reader) {
    this.reader = reader;
  }

  /// The account of the credentials.
  /// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  ///
  /// @throws CofferdamException CFD-AWS-0001 where there are no credentials that AWS accepts
  public String caller() {
    var answer = ask("sts", "GetCallerIdentity");
    var account = answer.body().path("Account").asText("");
    if (answer.outcome() != CallOutcome.ANSWERED || account.isEmpty()) {
      throw new CofferdamException(
          "CFD-AWS-0001",
          ErrorCategory.NOT_PERMITTED,
          "AWS did not say whose credentials these are: " + words(answer),
          "set AWS_PROFILE or --profile, or the variables that `aws configure"
              + " export-credentials --format env` prints");
    }
    return account;
  }

  /// The regions that are enabled for the account, in order.
  /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
  ///
  /// @throws CofferdamException CFD-AWS-0002 where they were not told
  public List<String> regions() {
    var answer = ask("ec2", "DescribeRegions");
    var regions = new ArrayList<String>();
    for (JsonNode each : answer.body().path("Regions")) {
      regions.add(each.path("RegionName").asText());
    }
    if (answer.outcome() != CallOutcome.ANSWERED || regions.isEmpty()) {
      throw new CofferdamException(
          "CFD-AWS-0002",
          ErrorCategory.NOT_PERMITTED,
          "the enabled regions could not be learnt by ec2:DescribeRegions: " + words(answer),
          "allow ec2:DescribeRegions, or name the regions with --region");
    }
    return regions.stream().sorted().toList();
  }

  private CallAnswer ask(String service, String operation) {
    return reader.call(new CallRequest(UNKNOWN, HOME, service, operation, new TreeMap<>()));
  }

  private static String words(CallAnswer answer) {
    return answer.message().isEmpty() ? "an empty answer" : answer.message();
  }
}
