package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Decides whether a bucket's state stands open to an audience.
///
/// OPEN only if some request of the audience is allowed for at least one object; CLOSED only if no
/// request can be; otherwise UNKNOWN with the parts that would decide. Audiences nest: whoever is
/// open to anyone is open to any account and to every foreign account.
public final class BucketExposure {

  /// Asks about requests made in `window`, which matters to conditions on the time of the request.
  public BucketAnswer ask(BucketState state, Audience audience, BucketRight right, Window window) {
    if (state.policy() instanceof Part.Absent<String> && aclsVoid(state, audience)) {
      return new BucketAnswer(
          ExposureState.CLOSED,
          List.of(Reason.of("no bucket policy, and ACLs grant nothing to " + audience.words())),
          List.of(),
          List.of(),
          Set.of());
    }
    return new BucketAnswer(
        ExposureState.UNKNOWN,
        List.of(Reason.of("not decided yet: policies and ACL grants are not evaluated")),
        List.of(),
        List.of(new OpenRegion("arn:aws:s3:::" + state.bucket() + "/*", List.of(), "undecided")),
        EnumSet.of(BucketPart.POLICY));
  }

  /// The audiences a state could open to, for the replay to follow one by one.
  public PossibleAudiences audiences(BucketState state) {
    return new PossibleAudiences(List.of(new Audience.Anyone(), new Audience.AnyAccount()), false);
  }

  /// The moments strictly inside `window` at which a time condition of the state may change an
  /// answer: ask once per span between them.
  public List<Instant> turningPoints(BucketState state, Window window) {
    return new ArrayList<>();
  }

  private static boolean aclsVoid(BucketState state, Audience audience) {
    return state.ownership().asOptional().map(ObjectOwnership::aclsDisabled).orElse(false)
        || (audience instanceof Audience.Anyone
            && (ignoresAcls(state.bucketBlock())
                || ignoresAcls(state.accountBlock())
                || ignoresAcls(state.organisationBlock())));
  }

  private static boolean ignoresAcls(Part<PublicAccessBlock> block) {
    return block.asOptional().map(PublicAccessBlock::ignorePublicAcls).orElse(false);
  }
}
