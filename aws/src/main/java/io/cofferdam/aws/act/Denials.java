package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Policies that only deny, laid beside the policies of a user or role.
final class Denials {
  private Denials() {}

  /// Denies everything.
  static String everything() {
    return document(statement());
  }

  /// Denies everything to sessions that began before a time.
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
  static String sessionsBefore(Instant time) {
    var statement = statement();
    statement
        .putObject("Condition")
        .putObject("DateLessThan")
        .put("aws:TokenIssueTime", time.truncatedTo(ChronoUnit.SECONDS).toString());
    return document(statement);
  }

  /// Denies some actions.
  ///
  /// @param resources ARNs, or `*`
  static String actions(List<String> actions, List<String> resources) {
    var statement = object().put("Effect", "Deny");
    actions.forEach(statement.putArray("Action")::add);
    resources.forEach(statement.putArray("Resource")::add);
    return document(statement);
  }

  private static ObjectNode statement() {
    return object().put("Effect", "Deny").put("Action", "*").put("Resource", "*");
  }

  private static String document(ObjectNode statement) {
    var document = object().put("Version", "2012-10-17");
    document.putArray("Statement").add(statement);
    return Calls.policy(Calls.text(document.toString())).textValue();
  }

  static String place(String name) {
    return "/ours/" + name;
  }

  static Step step(Holder holder, Target target, String name, String document, String words) {
    return new Step(
        words,
        holder.put(target, name, document),
        List.of(new Made(place(name), Calls.text(document))),
        Optional.of(holder.delete(target, name)));
  }

  /// What is to be proved of the policies that acts laid there.
  static List<Claim> claims(
      Holder holder, Target target, ActState before, ActState after, String cuts) {
    var names = new TreeSet<String>();
    before.at("/ours").fieldNames().forEachRemaining(names::add);
    after.at("/ours").fieldNames().forEachRemaining(names::add);
    var claims = new ArrayList<Claim>();
    for (var name : names) {
      var then = Calls.given(before.at(place(name)));
      var now = Calls.given(after.at(place(name)));
      if (!then.equals(now)) {
        claims.add(
            new Claim.Denial(
                "policy " + name + " of " + holder.word + " " + target.name(holder.word),
                then,
                now,
                cuts));
      }
    }
    claims.add(
        new Claim.Self(holder.word + " " + target.name(holder.word), before.at("/arn").asText("")));
    return claims;
  }
}
