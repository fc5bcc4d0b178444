package io.cofferdam.app.contain;

import io.cofferdam.aws.act.AwsActs;
import io.cofferdam.aws.act.AwsTargets;
import io.cofferdam.azure.act.AzureActs;
import io.cofferdam.azure.act.AzureTargets;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The acts that commands carry out.
public final class Acts {
  private static final String NO_ACCOUNT = "000000000000";
  private static final String NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

  private Acts() {}

  /// Every act, each once.
  ///
  /// @param now the time before which sessions are revoked
  public static List<Act> all(Instant now) {
    return Stream.concat(AwsActs.all(now).stream(), AzureActs.all().stream()).toList();
  }

  /// The act of a kind, where there is one.
  public static Optional<Act> find(String id, Instant now) {
    return AwsActs.of(id, now).or(() -> AzureActs.of(id));
  }

  /// The act of a kind.
  ///
  /// @throws CofferdamException CFD-APP-0167 where there is none
  static Act of(String id, Instant now) {
    return find(id, now).orElseThrow(() -> Refusals.unknownAct(id));
  }

  static boolean onAzure(ActKind kind) {
    return kind.id().startsWith("azure.");
  }

  /// How a name of a target looks, for people.
  static String like(ActKind kind, String word) {
    return onAzure(kind) ? AzureTargets.like(word) : AwsTargets.like(kind, word);
  }

  /// What is wrong with a target, one line each; none where nothing is.
  ///
  /// @param account empty where it is not known yet, so that the rest can be checked
  static List<String> mistakes(
      ActKind kind, Optional<String> account, Optional<String> region, Map<String, String> names) {
    if (onAzure(kind)) {
      return AzureTargets.mistakes(kind, account.orElse(NO_SUBSCRIPTION), names);
    }
    return AwsTargets.aim(kind, account.orElse(NO_ACCOUNT), region, names)
            instanceof AwsTargets.Aimed.Wrong(var mistakes)
        ? mistakes
        : List.of();
  }

  /// Aims an act.
  ///
  /// @throws CofferdamException CFD-APP-0168 where it cannot be aimed so
  static Target aim(Act act, String account, Optional<String> region, Map<String, String> names) {
    var mistakes = mistakes(act.kind(), Optional.of(account), region, names);
    if (!mistakes.isEmpty()) {
      throw Refusals.wrongTarget(act, mistakes);
    }
    return onAzure(act.kind())
            || !(AwsTargets.aim(act.kind(), account, region, names)
                instanceof AwsTargets.Aimed.At(var target))
        ? new Target(account, "", new TreeMap<>(names))
        : target;
  }
}
