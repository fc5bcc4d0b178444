package io.cofferdam.access.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Decides whether a bucket's state stands open to an audience.
///
/// OPEN only if some request of the audience is allowed for at least one object that the
/// answer's regions cover; CLOSED only if no request can be; otherwise UNKNOWN with the parts
/// that would decide. Audiences nest: what is open to anyone is open to any account and to
/// every foreign account. Anyone and any account mean callers that nobody named, from a network
/// that no condition fixes (broader than /8, IPv6 /32). AWS services acting for themselves are
/// no audience.
///
/// What it asks is S3's permission alone: objects encrypted with KMS keys also need the key's.
public final class BucketExposure {

  /// Asks about requests made in `window`, which matters to conditions on the time of the
  /// request.
  public BucketAnswer ask(BucketState state, Audience audience, BucketRight right, Window window) {
    if (audience instanceof Audience.ForeignAccount(String account) && isOwn(state, account)) {
      return new BucketAnswer(
          ExposureState.CLOSED,
          List.of(Reason.of("account " + account + " is the company's own")),
          List.of(),
          List.of(),
          Set.of());
    }
    return new BucketQuestion(state, Outsiders.of(audience), audience.words(), right, window)
        .answer();
  }

  /// Asks whether any principal outside the owner's account gets in, named by the policy or
  /// not, AWS services apart.
  public BucketAnswer external(BucketState state, BucketRight right, Window window) {
    return new BucketQuestion(
            state, Outsiders.anyOutsider(), "anyone outside the account", right, window)
        .answer();
  }

  private static boolean isOwn(BucketState state, String account) {
    return state.companyAccounts().contains(account)
        || state.owner().asOptional().map(account::equals).orElse(false);
  }

  /// The audiences a state could open to, for the replay to follow one by one.
  public PossibleAudiences audiences(BucketState state) {
    return ForeignAccounts.of(state);
  }

  /// The moments strictly inside `window` at which a time condition of the policy may change an
  /// answer: ask once per span between them.
  public List<Instant> turningPoints(BucketState state, Window window) {
    return TurningPoints.of(state, window);
  }
}
