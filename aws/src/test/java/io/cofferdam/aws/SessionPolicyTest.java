package io.cofferdam.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Permit;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Covers({"R-02", "X-03"})
class SessionPolicyTest {
  private static final Permission READ =
      new Permission("s3:GetBucketPolicy", "arn:aws:s3:::shop-training");
  private static final Permission WRITE =
      new Permission("s3:PutBucketPublicAccessBlock", "arn:aws:s3:::shop-training");
  private static final Permission ALL = new Permission("s3:GetAccountPublicAccessBlock", "*");

  @Test
  void itAllowsEachActionOnItsResourceAlone() {
    assertThat(SessionPolicy.of(List.of(WRITE, ALL, READ)))
        .singleElement()
        .extracting(SessionPolicy::json)
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":["
                + "{\"Effect\":\"Allow\",\"Action\":[\"s3:GetAccountPublicAccessBlock\"],"
                + "\"Resource\":\"*\"},"
                + "{\"Effect\":\"Allow\",\"Action\":[\"s3:GetBucketPolicy\","
                + "\"s3:PutBucketPublicAccessBlock\"],"
                + "\"Resource\":\"arn:aws:s3:::shop-training\"}]}");
  }

  @Test
  void whatIsTooLongForOneIsSplitAndNeverWidened() {
    var many =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new Permission(
                        "ec2:ModifyNetworkInterfaceAttribute",
                        "arn:aws:ec2:eu-central-1:111122223333:network-interface/eni-" + i))
            .toList();
    var policies = SessionPolicy.of(many);
    assertThat(policies).hasSizeBetween(2, 20);
    assertThat(policies)
        .allMatch(each -> each.json().length() <= SessionPolicy.LONGEST)
        .noneMatch(each -> each.json().contains("\"*\""));
    assertThat(policies.stream().flatMap(each -> each.permissions().stream()))
        .containsExactlyInAnyOrderElementsOf(many);
  }

  @Test
  void onePermissionThatIsTooLongIsToldAndNotShortened() {
    var long1 = new Permission("s3:GetObject", "arn:aws:s3:::" + "x".repeat(3000));
    assertThatThrownBy(() -> SessionPolicy.of(List.of(READ, long1)))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("too long");
  }

  @Test
  void eachCallGoesToTheSessionThatMayMakeItAndNoOtherIsMade() {
    var first = new Recording();
    var second = new Recording();
    var sessions = new LinkedHashMap<SessionPolicy, CloudCalls>();
    sessions.put(new SessionPolicy(List.of(READ)), first);
    sessions.put(new SessionPolicy(List.of(ALL)), second);
    var calls = new SessionCalls(sessions);
    calls.look(call("GetBucketPolicy", READ));
    calls.look(call("GetPublicAccessBlock", ALL));
    assertThat(first.asked).containsExactly("GetBucketPolicy");
    assertThat(second.asked).containsExactly("GetPublicAccessBlock");
    assertThat(calls.look(call("PutPublicAccessBlock", WRITE)))
        .isInstanceOfSatisfying(
            CallResult.Denied.class, told -> assertThat(told.code()).isEqualTo("NotPlanned"));
  }

  private static ActCall call(String operation, Permission permission) {
    return new ActCall(
        "s3", operation, "eu-central-1", JsonNodeFactory.instance.objectNode(), permission);
  }

  private static final class Recording implements CloudCalls {
    private final List<String> asked = new ArrayList<>();

    @Override
    public CallResult look(ActCall call) {
      asked.add(call.operation());
      return new CallResult.Absent("", "");
    }

    @Override
    public CallResult change(ActCall call, Permit permit) {
      return look(call);
    }
  }

  /// Parts of what one call needs, spread over two sessions, would let neither make it.
  @Test
  void whatOneCallNeedsStandsInOnePolicy() {
    var many = new ArrayList<Permission>();
    for (var i = 0; i < 60; i++) {
      many.add(new Permission("s3:GetBucketPolicy", "arn:aws:s3:::shop-" + i + "x".repeat(30)));
    }
    var call =
        List.of(
            new Permission("s3:PutObject", "arn:aws:s3:::zebra/a"),
            new Permission("kms:Decrypt", "arn:aws:kms:eu-central-1:111122223333:key/k"));
    many.addAll(call);
    var policies = SessionPolicy.of(many, List.of(call));
    assertThat(policies).hasSizeGreaterThan(1).anyMatch(each -> each.allows(call));
    assertThat(policies).allMatch(each -> each.json().length() <= SessionPolicy.LONGEST);
    assertThat(policies.stream().flatMap(each -> each.permissions().stream()))
        .containsAll(many)
        .doesNotHaveDuplicates();
  }
}
