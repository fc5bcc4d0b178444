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

/// Has the requests to a bucket written down in another.
final class LogAccess implements Act {
  private static final ActKind KIND =
      new ActKind(
          "aws.s3.log-access",
          "have the requests to a bucket written down",
          List.of("bucket", "logs"),
          WayBack.WHOLE,
          List.of(
              "requests before are not written down by it",
              "S3 writes most records within hours and does not promise to write all",
              "the policy of the bucket for logs must let logging.s3.amazonaws.com write: the act"
                  + " does not change it"),
          "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var answer = looking.body(call(target, "GetBucketLogging", object()));
    state.put("found", !answer.isMissingNode());
    if (!answer.path("LoggingEnabled").isEmpty()) {
      state.set("logging", answer.path("LoggingEnabled"));
    }
    return new ActState(state);
  }

  private static ActCall call(Target target, String operation, ObjectNode parameters) {
    return Calls.call(
        "s3",
        operation,
        target.region(),
        "arn:aws:s3:::" + target.name("bucket"),
        parameters
            .put("Bucket", target.name("bucket"))
            .put("ExpectedBucketOwner", target.account()));
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    if (!state.at("/found").asBoolean()) {
      return new Proposal.Impossible(
          "there is no bucket " + target.name("bucket") + " in account " + target.account());
    }
    if (!state.at("/logging").isMissingNode()) {
      return new Proposal.Already(
          "its requests are written down in " + state.at("/logging/TargetBucket").asText());
    }
    if (target.name("logs").equals(target.name("bucket"))) {
      return new Proposal.Impossible(
          "a bucket that writes its own requests down writes for ever: name another for its logs");
    }
    var logging =
        object()
            .put("TargetBucket", target.name("logs"))
            .put("TargetPrefix", Holder.OURS + target.name("bucket") + "/");
    return new Proposal.Steps(
        List.of(
            new Step(
                "have the requests to "
                    + target.name("bucket")
                    + " written down in "
                    + target.name("logs"),
                put(target, object().set("LoggingEnabled", logging)),
                List.of(new Made("/logging", logging)),
                Optional.of(put(target, object())))),
        List.of());
  }

  private static ActCall put(Target target, ObjectNode status) {
    return call(target, "PutBucketLogging", object().set("BucketLoggingStatus", status));
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Kept(
            "bucket " + target.name("bucket"),
            kept(before),
            kept(after),
            "requests to it are written down in " + target.name("logs")));
  }

  private static Set<String> kept(ActState state) {
    var where = state.at("/logging");
    return where.isMissingNode()
        ? Set.of()
        : Set.of(
            "its requests in "
                + where.path("TargetBucket").asText()
                + "/"
                + where.path("TargetPrefix").asText());
  }
}
