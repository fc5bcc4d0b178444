package io.cofferdam.respond.cases;

import io.cofferdam.respond.cases.CaseEvent.TaskAdded;
import io.cofferdam.respond.cases.CaseEvent.TaskAssigned;
import io.cofferdam.respond.cases.CaseEvent.TaskDone;
import java.util.Optional;

/// Tasks, contacts and links.
final class WorkRules {
  private WorkRules() {}

  static void add(CaseDraft draft, TaskAdded added) throws Refusal {
    Texts.name("id of the task", added.task());
    Texts.line("title of the task", added.title());
    if (added.due().isPresent()) {
      Texts.time("due time of the task", added.due().get());
    }
    if (draft.tasks.containsKey(added.task())) {
      throw new Refusal("there is a task `" + added.task() + "` already [another id]", "");
    }
    draft.tasks.put(
        added.task(),
        new CaseTask(
            added.task(),
            added.step(),
            added.title(),
            added.due(),
            Optional.empty(),
            Optional.empty()));
  }

  static void assign(CaseDraft draft, TaskAssigned assigned) throws Refusal {
    var task = open(draft, assigned.task());
    PeopleRules.onTheCase(draft, assigned.assignee());
    draft.tasks.put(task.id(), task.assignedTo(assigned.assignee()));
  }

  static void done(CaseDraft draft, TaskDone done) throws Refusal {
    Texts.line("outcome", done.outcome());
    var task = open(draft, done.task());
    draft.tasks.put(task.id(), task.done(done.outcome()));
  }

  private static CaseTask open(CaseDraft draft, String id) throws Refusal {
    Texts.name("id of the task", id);
    var task = draft.tasks.get(id);
    if (task == null) {
      throw new Refusal(
          "there is no task `" + id + "` [" + known(draft) + "]", "case show lists the tasks");
    }
    if (!task.open()) {
      throw new Refusal("task `" + id + "` is done already [an open one]", "add another task");
    }
    return task;
  }

  private static String known(CaseDraft draft) {
    return draft.tasks.isEmpty() ? "there are none" : String.join(", ", draft.tasks.keySet());
  }

  static void contact(CaseDraft draft, Contact contact) throws Refusal {
    Texts.line("name of the contact", contact.name());
    Texts.line("way to reach the contact", contact.reach());
    Texts.optionalLine("remark", contact.remark());
    if (draft.contacts.contains(contact)) {
      throw new Refusal("`" + contact.name() + "` is a contact already, word for word [once]", "");
    }
    draft.contacts.add(contact);
  }

  static void link(CaseDraft draft, Link link) throws Refusal {
    Texts.line("reference", link.reference());
    if (!link.sha256().isEmpty()) {
      Texts.hash("hash of what is linked", link.sha256());
    }
    if (draft.links.contains(link)) {
      throw new Refusal("`" + link.reference() + "` is linked already, unchanged [once]", "");
    }
    draft.links.add(link);
  }
}
