package io.cofferdam.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import io.cofferdam.posture.spi.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Whose account the credentials are of, and in which regions it works.
public final class AwsAccounts {
  /// The account of the first questions, before it is known.
  public static final String UNKNOWN = "";

  /// The region that answers for global services of the partition `aws`.
  public static final String HOME = "us-east-1";

  private static final int PAGES_AT_MOST = 1000;

  private final CloudReader reader;

  public AwsAccounts(CloudReader reader) {
    this.reader = reader;
  }

  /// The account of the credentials.
  /// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  ///
  /// @throws CofferdamException CFD-AWS-0001 where there are no credentials that AWS accepts
  public String caller() {
    return identity().account();
  }

  /// Whose credentials they are.
  ///
  /// @param arn as STS tells it: of a user, of a session of a role, of the root
  public record Identity(String account, String arn) {
    private static final Pattern SESSION =
        Pattern.compile("arn:[a-z-]+:sts::[0-9]{12}:assumed-role/([^/]+)/.*", Pattern.DOTALL);

    /// The name of the role whose session it is; empty where it is none.
    public Optional<String> role() {
      var found = SESSION.matcher(arn);
      return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
  }

  /// The ARN of a role, which its sessions do not tell whole: its path is left out there.
  /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
  ///
  /// @return empty where it was not told
  public Optional<String> roleArn(String account, String role) {
    var parameters = new TreeMap<String, String>();
    parameters.put("RoleName", role);
    var answer = reader.call(new CallRequest(account, HOME, "iam", "GetRole", parameters));
    return Optional.of(answer.body().at("/Role/Arn").asText("")).filter(arn -> !arn.isEmpty());
  }

  /// Whose credentials these are.
  ///
  /// @throws CofferdamException CFD-AWS-0001 where there are none that AWS accepts
  public Identity identity() {
    var answer = ask(UNKNOWN, "sts", "GetCallerIdentity");
    var account = answer.body().path("Account").asText("");
    if (answer.trouble() == Trouble.UNREACHABLE) {
      throw new CofferdamException(
          "CFD-AWS-0004",
          ErrorCategory.UNAVAILABLE,
          "AWS cannot be reached: " + words(answer),
          "check the network, the proxy and --endpoint-url; nothing was done");
    }
    if (answer.outcome() != CallOutcome.ANSWERED || account.isEmpty()) {
      throw new CofferdamException(
          "CFD-AWS-0001",
          ErrorCategory.NOT_PERMITTED,
          "AWS did not say whose credentials these are: " + words(answer),
          "set AWS_PROFILE or --profile, or the variables that `aws configure"
              + " export-credentials --format env` prints");
    }
    return new Identity(account, answer.body().path("Arn").asText(""));
  }

  /// The regions that are enabled for the account, in order.
  /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
  ///
  /// @throws CofferdamException CFD-AWS-0002 where they were not told
  public List<String> regions(String account) {
    var answer = ask(account, "ec2", "DescribeRegions");
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

  /// An account of an organisation.
  ///
  /// @param active whether it can be asked at all; not where it is suspended or being closed
  public record Member(String id, String name, boolean active) {}

  /// The accounts of the organisation, in the order of their ids.
  /// https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html
  ///
  /// @throws CofferdamException CFD-AWS-0003 where they were not told
  public List<Member> members() {
    var members = new ArrayList<Member>();
    var parameters = new TreeMap<String, String>();
    for (var page = 0; page < PAGES_AT_MOST; page++) {
      var answer =
          reader.call(new CallRequest(UNKNOWN, HOME, "organizations", "ListAccounts", parameters));
      if (answer.outcome() != CallOutcome.ANSWERED) {
        throw noMembers(words(answer));
      }
      for (JsonNode each : answer.body().path("Accounts")) {
        members.add(
            new Member(
                each.path("Id").asText(),
                each.path("Name").asText(),
                each.path("State").asText(each.path("Status").asText()).equals("ACTIVE")));
      }
      var next = answer.body().path("NextToken").asText("");
      if (next.isEmpty()) {
        return members.stream().sorted(Comparator.comparing(Member::id)).toList();
      }
      if (next.equals(parameters.put("NextToken", next))) {
        throw noMembers("the same page came again");
      }
    }
    throw noMembers("more than " + PAGES_AT_MOST + " pages");
  }

  private static CofferdamException noMembers(String why) {
    return new CofferdamException(
        "CFD-AWS-0003",
        ErrorCategory.NOT_PERMITTED,
        "the accounts of the organisation could not be learnt by organizations:ListAccounts: "
            + why,
        "use credentials of the management account or of a delegated administrator, with the"
            + " policy that `cofferdam permissions aws --role organisation` prints");
  }

  private CallAnswer ask(String account, String service, String operation) {
    return reader.call(new CallRequest(account, HOME, service, operation, new TreeMap<>()));
  }

  private static String words(CallAnswer answer) {
    return answer.message().isEmpty() ? "an empty answer" : answer.message();
  }
}
