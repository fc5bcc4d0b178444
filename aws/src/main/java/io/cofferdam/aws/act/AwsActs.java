package io.cofferdam.aws.act;

import io.cofferdam.respond.spi.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All acts on AWS.
public final class AwsActs {
  private AwsActs() {}

  /// Every act, each once.
  ///
  /// @param now the time before which sessions are revoked
  public static List<Act> all(Instant now) {
    List<Act> acts = new ArrayList<>();
    acts.add(new CloseBucket());
    for (var copy : SnapshotKind.values()) {
      acts.add(new UnshareCopy(copy));
    }
    acts.add(new RevokeSessions(now));
    acts.add(new DisableKey(now));
    acts.add(new QuarantineIdentity(Holder.USER));
    acts.add(new QuarantineIdentity(Holder.ROLE));
    acts.add(new DenyPulls(true));
    acts.add(new DenyPulls(false));
    acts.add(new IsolateInstance());
    acts.add(new BlockAtNetworkAcl());
    acts.add(new BlockAddresses());
    for (var models : Models.values()) {
      acts.add(new DenyInvoke(Holder.USER, models));
      acts.add(new DenyInvoke(Holder.ROLE, models));
    }
    acts.add(new QuarantineEndpoint());
    acts.add(new CloseFunctionUrl());
    acts.add(new StopFunction());
    acts.add(new DenyDecrypt());
    acts.add(new RevokeGrant());
    acts.add(new RotateKey());
    acts.add(new ReencryptVersion());
    acts.add(new StartTrail());
    acts.add(new LogDataEvents());
    acts.add(new LogTraffic());
    acts.add(new LogAccess());
    acts.add(new LogInvocations());
    acts.add(new HoldVersion());
    return List.copyOf(acts);
  }

  /// The act of a kind.
  public static Optional<Act> of(String id, Instant now) {
    return all(now).stream().filter(act -> act.kind().id().equals(id)).findFirst();
  }
}
