package io.cofferdam.store.killed;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.respond.casebook.CaseBook;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.playbook.run.ActOrder;
import io.cofferdam.respond.playbook.run.ActPort;
import java.nio.charset.StandardCharsets;

/// A cloud that writes down each effect with its key, and each time that it was asked.
record CountingCloud(Outside outside, CaseBook book, Boundaries boundaries) implements ActPort {
  @Override
  public Planning plan(ActOrder order) {
    boundaries.at("before-plan");
    var plan = (order.act() + " " + order.target()).getBytes(StandardCharsets.UTF_8);
    boundaries.at("after-plan");
    return new Planning.Planned(Hash.sha256(plan).hex(), "the plan of " + order.act(), 1);
  }

  @Override
  public Doing act(ActOrder order, String planHash, String request) {
    var file = book.read(order.caseId()).orElseThrow().file();
    if (!(file.approval(request, outside.now()).orElseThrow() instanceof ApprovalStatus.Granted)) {
      return new Doing.Refused("no consent");
    }
    outside.add("asked", order.key(), order.act());
    boundaries.at("before-effect");
    if (standing(order) == 0) {
      outside.add("effect", order.key(), order.act());
    }
    boundaries.at("after-effect");
    return new Doing.Done("proved");
  }

  @Override
  public Undoing back(ActOrder order) {
    outside.add("asked", order.key(), order.act());
    boundaries.at("before-undoing");
    if (standing(order) > 0) {
      outside.add("undone", order.key(), order.act());
    }
    boundaries.at("after-undoing");
    return new Undoing.Undone("as before");
  }

  private long standing(ActOrder order) {
    return outside.count("effect", order.key(), order.act())
        - outside.count("undone", order.key(), order.act());
  }
}
