package io.cofferdam.app.contain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.aws.act.AwsActs;
import io.cofferdam.azure.act.AzureActs;
import io.cofferdam.kubernetes.act.KubernetesActs;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.act.proof.Proof;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.gateway.StopRoute;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A change in the place of an act that must be refused.
///
/// @param names the target's, word and name in turn
/// @param before members of the state, with single quotes
record RefusedChange(String act, List<String> names, String before, String after, Verdict verdict) {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String toString() {
    return act + " " + verdict;
  }

  static Building change(String act, String... names) {
    return new Building(act, List.of(names), "");
  }

  record Building(String act, List<String> names, String before) {
    Building from(String state) {
      return new Building(act, names, state);
    }

    RefusedChange to(String state, Verdict verdict) {
      return new RefusedChange(act, names, before, state, verdict);
    }
  }

  Proof judged() {
    var of =
        AwsActs.of(act, NOW)
            .or(() -> KubernetesActs.of(act))
            .or(() -> AzureActs.of(act))
            .or(() -> Optional.of(new StopRoute()).filter(it -> it.kind().id().equals(act)))
            .orElseThrow();
    var words = new TreeMap<String, String>();
    for (var i = 0; i < names.size(); i += 2) {
      words.put(names.get(i), names.get(i + 1));
    }
    var target = new Target("111122223333", "eu-central-1", words);
    return new Prover(NOW, Optional.of(RefusedActsTest.SELF))
        .judge(of.claims(target, state(before), state(after)));
  }

  private static ActState state(String members) {
    try {
      return new ActState((ObjectNode) JSON.readTree("{" + members.replace('\'', '"') + "}"));
    } catch (JsonProcessingException bad) {
      throw new AssertionError(members, bad);
    }
  }

  /// A policy as the text that a state holds.
  ///
  /// @param statements with single quotes
  static String policy(String... statements) {
    return "'"
        + ("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}")
            .replace("'", "\\\"")
        + "'";
  }
}
