package io.cofferdam.app.contain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.cases.CaseText;
import io.cofferdam.aws.SessionPolicy;
import io.cofferdam.respond.act.ActEventJson;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.ActPlanJson;
import io.cofferdam.respond.act.Planned;
import io.cofferdam.respond.act.proof.Judgement;
import io.cofferdam.respond.act.proof.Proof;
import io.cofferdam.respond.casebook.CaseAct;
import io.cofferdam.respond.cases.CaseFile;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/// Acts as JSON; `schema/act.schema.json` is the shape of one. Times are ISO 8601 in UTC; words of
/// closed sets are lower case with dashes; the plan and the events are as they are kept.
public final class ActJson {
  /// The version of the shape; raised when a field changes its meaning or goes away.
  public static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private ActJson() {}

  /// One act of a case.
  ///
  /// @param now when approvals are judged
  public static String of(CaseFile file, CaseAct act, Instant now) throws IOException {
    return text(act(file, act, now));
  }

  /// How a command on an act ended, with the act after it.
  public static String of(Containment.Done done, Instant now) throws IOException {
    var node = act(done.file(), done.act(), now);
    var ending = done.ending();
    var result = node.putObject("result");
    result.put("word", ending.word());
    result.put("credentials", done.credentials());
    ending.why().forEach(result.putArray("why")::add);
    return text(node);
  }

  /// What planning came to; with a plan the act as it is on record.
  public static String of(Planning.Result result, Instant now) throws IOException {
    if (result.act().isPresent()) {
      return text(act(result.file(), result.act().get(), now));
    }
    var node = JsonNodeFactory.instance.objectNode();
    node.put("version", VERSION);
    node.put("case", result.file().id().value());
    switch (result.planned()) {
      case Planned.Ready _ -> node.put("planned", "ready");
      case Planned.AlreadyContained(var words) ->
          node.put("planned", "already-contained").putArray("why").add(words);
      case Planned.Refused(var words, var proof) -> {
        node.put("planned", "refused").putArray("why").add(words);
        node.set("proof", proof(proof));
      }
      case Planned.Unread(var why) -> {
        node.put("planned", "unread");
        why.forEach(node.putArray("why")::add);
      }
    }
    return text(node);
  }

  /// What acts there are.
  public static String acts() throws IOException {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("version", VERSION);
    var acts = node.putArray("acts");
    for (var act : Acts.all(Instant.EPOCH)) {
      var kind = act.kind();
      var each = acts.addObject();
      each.put("id", kind.id());
      each.put("title", kind.title());
      var names = each.putObject("names");
      kind.names().forEach(word -> names.put(word, Acts.like(kind, word)));
      each.put("wayBack", kind.way().name().toLowerCase(Locale.ROOT));
      kind.limits().forEach(each.putArray("limits")::add);
      each.put("source", kind.source());
    }
    return text(node);
  }

  private static ObjectNode act(CaseFile file, CaseAct act, Instant now) {
    var plan = ActsOfCase.plan(act);
    var record = act.record();
    var node = JsonNodeFactory.instance.objectNode();
    node.put("version", VERSION);
    node.put("case", file.id().value());
    node.put("act", act.id());
    node.put("standing", Standing.word(record.phase()));
    record.told().forEach(node.putArray("why")::add);
    node.put("mayAct", record.phase().mayAct());
    node.put("mayGoBack", record.phase().mayGoBack());
    node.put("planHash", plan.hash());
    node.put("approvalsNeeded", plan.approvals());
    approvals(node, file, plan, now);
    record.approved().ifPresent(each -> node.put("actingUntil", each.until().toString()));
    var policies = node.putArray("sessionPolicies");
    if (!Acts.onAzure(plan.kind())) {
      SessionPolicy.of(plan.permissions(), plan.together())
          .forEach(each -> policies.add(each.json()));
    }
    plan.proof().cuts().forEach(node.putArray("cuts")::add);
    node.set("plan", ActPlanJson.write(plan));
    var events = node.putArray("events");
    act.events().stream().skip(1).map(ActEventJson::write).forEach(events::add);
    return node;
  }

  private static void approvals(ObjectNode node, CaseFile file, ActPlan plan, Instant now) {
    var approvals = node.putArray("approvals");
    for (var each : ActsOfCase.requests(file, plan)) {
      var id = each.request().id();
      var status = file.approval(id, now).orElseThrow();
      approvals
          .addObject()
          .put("id", id)
          .put("expiresAt", each.request().expiresAt().toString())
          .put("words", CaseText.words(status));
    }
  }

  private static ArrayNode proof(Proof proof) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (Judgement each : proof.judgements()) {
      var node = array.addObject();
      node.put("what", each.what());
      node.put("verdict", each.verdict().name());
      node.put("words", each.words());
      each.cuts().forEach(node.putArray("cuts")::add);
    }
    return array;
  }

  private static String text(ObjectNode node) throws IOException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }
}
