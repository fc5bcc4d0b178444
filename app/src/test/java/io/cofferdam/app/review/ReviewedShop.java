package io.cofferdam.app.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.posture.collect.LiveAnswers;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.snapshot.SnapshotWriter;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An invented account with one bucket of customers and the roles that read it, kept as a snapshot.
public final class ReviewedShop {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCOUNT = "111122223333";
  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
      "Principal":{"Service":"lambda.amazonaws.com"}}]}""";
  private static final String READS =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",\
      "Resource":"arn:aws:s3:::shop-customers/*"}]}""";

  private final Map<String, String> answers = new HashMap<>();
  private final List<String> absent = new ArrayList<>();

  private ReviewedShop(List<String> readers) {
    answers.put("ListBuckets", "{\"Buckets\":[{\"Name\":\"shop-customers\"}]}");
    answers.put("GetBucketLocation", "{\"LocationConstraint\":\"eu-central-1\"}");
    answers.put(
        "GetBucketTagging", "{\"TagSet\":[{\"Key\":\"data-class\",\"Value\":\"restricted\"}]}");
    answers.put("GetBucketAcl", "{\"Owner\":{\"ID\":\"owner-id\"},\"Grants\":[]}");
    answers.put(
        "GetBucketOwnershipControls",
        "{\"OwnershipControls\":{\"Rules\":[{\"ObjectOwnership\":\"BucketOwnerEnforced\"}]}}");
    var block =
        "{\"PublicAccessBlockConfiguration\":{\"BlockPublicAcls\":true,\"IgnorePublicAcls\":true,"
            + "\"BlockPublicPolicy\":true,\"RestrictPublicBuckets\":true}}";
    answers.put("GetPublicAccessBlock", block);
    var roles = readers.stream().map(ReviewedShop::role).toList();
    answers.put(
        "GetAccountAuthorizationDetails",
        "{\"RoleDetailList\":["
            + String.join(",", roles)
            + "],\"UserDetailList\":[],\"GroupDetailList\":[],\"Policies\":[],"
            + "\"IsTruncated\":false}");
    absent.add("GetBucketPolicy NoSuchBucketPolicy");
    absent.add("DescribeOrganization AWSOrganizationsNotInUseException");
  }

  public static ReviewedShop readBy(String... roles) {
    return new ReviewedShop(List.of(roles));
  }

  /// An account whose users and roles could not be read.
  public static ReviewedShop dark() {
    var shop = readBy();
    shop.answers.remove("GetAccountAuthorizationDetails");
    return shop;
  }

  private static String role(String name) {
    var role = JSON.createObjectNode();
    role.put("Path", "/").put("RoleName", name).put("RoleId", "AROAEXAMPLE" + name);
    role.put("Arn", "arn:aws:iam::" + ACCOUNT + ":role/" + name);
    role.put("AssumeRolePolicyDocument", TRUST);
    role.putArray("RolePolicyList")
        .addObject()
        .put("PolicyName", "read")
        .put("PolicyDocument", READS);
    role.putArray("AttachedManagedPolicies");
    role.putArray("InstanceProfileList");
    role.putArray("Tags");
    return role.toString();
  }

  /// Keeps it as a snapshot in a folder.
  ///
  /// @param at when it is taken
  public void write(Path folder, Instant at) {
    var places = List.of(new Place(ACCOUNT, "us-east-1", List.of("eu-central-1")));
    try (var writer = new SnapshotWriter(folder)) {
      var live = new LiveAnswers(this::call, Optional.of(writer), Optional.empty(), () -> at);
      Traversal.walk(CollectPlan.shipped("aws"), live, places, Progress.SILENT);
      writer.finish("aws", "test", places, at, at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CallAnswer call(CallRequest request) {
    var none =
        absent.stream().filter(each -> each.startsWith(request.operation() + " ")).findFirst();
    if (none.isPresent()) {
      var code = none.get().substring(none.get().indexOf(' ') + 1);
      return CallAnswer.without(CallOutcome.FAILED, code, "there is none", "r", 1);
    }
    var answer = answers.get(request.operation());
    if (answer == null) {
      return CallAnswer.without(CallOutcome.DENIED, "AccessDenied", "not allowed", "r", 1);
    }
    try {
      return CallAnswer.answered(JSON.readTree(answer), "r", 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
