package io.cofferdam.app.soak;

import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PolicyReading;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.S3Configuration;
import io.cofferdam.access.exposure.BucketExposure;
import io.cofferdam.access.exposure.BucketRight;
import io.cofferdam.access.exposure.BucketState;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/// Any bytes as the policy of a bucket and as its other settings: read or refused without an
/// exception; and the question who gets in is answered within its time, by UNKNOWN where the policy
/// is refused.
public final class PolicyTarget implements FuzzTarget {
  private static final PolicyTarget ONLY = new PolicyTarget();
  private static final String ACCOUNT = "111122223333";
  private static final Window DAY =
      new Window(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));

  public static void fuzzerTestOneInput(byte[] input) {
    ONLY.feed(input);
  }

  @Override
  public String name() {
    return "policies";
  }

  @Override
  public void feed(byte[] input) {
    var text = new String(input, StandardCharsets.UTF_8);
    S3Configuration.acl(text, "owner");
    S3Configuration.publicAccessBlock(text);
    S3Configuration.ownership(text);
    var refused = PolicyParser.parse(text) instanceof PolicyReading.Refused;
    var exposure = new BucketExposure();
    var state = state(text);
    var anyone = exposure.ask(state, new Audience.Anyone(), BucketRight.READ, DAY).state();
    Finding.unless(
        !refused || anyone == ExposureState.UNKNOWN, "a refused policy decides the question");
    var partner =
        exposure.ask(state, new Audience.ForeignAccount("444455556666"), BucketRight.LIST, DAY);
    Finding.unless(!partner.because().isEmpty(), "an answer without a reason");
    Finding.unless(
        !refused || exposure.turningPoints(state, DAY).isEmpty(), "moments in a refused policy");
  }

  private static BucketState state(String policy) {
    return BucketState.unknown("shop-training", Set.of(ACCOUNT), "not asked")
        .withOwner(Part.known(ACCOUNT))
        .withPolicy(Part.known(policy))
        .withAcl(Part.absent())
        .withObjectAcls(Part.absent())
        .withBucketBlock(Part.absent())
        .withAccountBlock(Part.absent())
        .withOrganisationBlock(Part.absent())
        .withOwnership(Part.known(ObjectOwnership.BUCKET_OWNER_ENFORCED));
  }
}
