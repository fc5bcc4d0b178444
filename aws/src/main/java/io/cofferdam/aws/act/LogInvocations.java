package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Has what is asked of Bedrock's models and what they answer written down, of all kinds.
final class LogInvocations implements Act {
  private static final List<String> KINDS =
      List.of(
          "embeddingDataDeliveryEnabled", "imageDataDeliveryEnabled", "textDataDeliveryEnabled");

  private static final ActKind KIND =
      new ActKind(
          "aws.bedrock.log-invocations",
          "have what models are asked and answer written down",
          List.of("bucket"),
          WayBack.WHOLE,
          List.of(
              "what was asked before is not written down by it",
              "prompts and answers hold personal data: the bucket must be as closed as they need",
              "the bucket lies in the same account and region, and its policy must let"
                  + " bedrock.amazonaws.com write: the act does not change it"),
          "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var found =
        looking
            .body(call(target, "GetModelInvocationLoggingConfiguration", object()))
            .path("loggingConfig");
    if (!found.isEmpty()) {
      state.set("logging", found);
    }
    return new ActState(state);
  }

  private static ActCall call(Target target, String operation, ObjectNode parameters) {
    return Calls.call("bedrock", operation, target.region(), "*", parameters);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var before = state.at("/logging");
    var after =
        before instanceof ObjectNode found
            ? found.deepCopy()
            : object()
                .<ObjectNode>set(
                    "s3Config",
                    object().put("bucketName", target.name("bucket")).put("keyPrefix", mark));
    KINDS.forEach(kind -> after.put(kind, true));
    if (after.equals(before)) {
      return new Proposal.Already("texts, images and embeddings are written down already");
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "have what models are asked and answer written down",
                put(target, after),
                List.of(new Made("/logging", after)),
                Optional.of(
                    before instanceof ObjectNode found
                        ? put(target, found)
                        : call(target, "DeleteModelInvocationLoggingConfiguration", object())))),
        before.isMissingNode()
            ? List.of()
            : List.of("where it is written stays as it is: the bucket named is not used"));
  }

  private static ActCall put(Target target, ObjectNode logging) {
    return call(
        target, "PutModelInvocationLoggingConfiguration", object().set("loggingConfig", logging));
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Kept(
            "Bedrock in " + target.region(),
            kept(before),
            kept(after),
            "what models are asked and answer is written down"));
  }

  private static Set<String> kept(ActState state) {
    var kept = new TreeSet<String>();
    var logging = state.at("/logging");
    for (var kind : KINDS) {
      for (var place : List.of("s3Config", "cloudWatchConfig")) {
        if (logging.path(kind).asBoolean() && logging.has(place)) {
          kept.add(kind.replace("DataDeliveryEnabled", "") + " in " + logging.path(place));
        }
      }
    }
    return kept;
  }
}
