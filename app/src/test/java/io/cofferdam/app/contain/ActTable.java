package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.proof.Judgement;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.WayBack;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The page of all acts: what was tried of each, and which permissions it needs.
final class ActTable {
  private static final Pattern MADE_ID =
      Pattern.compile("\\b(eni|vpc|sg|i|acl|snap|ami)-[0-9a-f]{6,}");
  private static final Pattern KEY_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private ActTable() {}

  static String of(Map<String, WalkedAct> walked) {
    return page(
        walked,
        "# Acts of containment on AWS: what was tried, and what each needs",
        "`ActsOnMotoTest`",
        "",
        id -> "moto 5");
  }

  static String ofKubernetes(Map<String, WalkedAct> walked) {
    return page(
        walked,
        "# Acts of containment on Kubernetes: what was tried, and what each needs",
        "`KubernetesActsTest`",
        """
        Each act was also run, from the plan to the state before, against Kubernetes' own API server \
        (1.32.13 with etcd) by somebody who had the permissions below and no other, given as roles \
        (`RealKubernetesTest`, where `scripts/kubernetes-stand-in.sh` has built it). No node and no \
        controller ran there: that traffic stops, and that pods end, was never seen.

        """,
        id -> "part of the API, of our own; the API server itself");
  }

  static String ofAzure(Map<String, WalkedAct> walked) {
    return page(
        walked,
        "# Acts of containment on Azure: what was tried, and what each needs",
        "`AzureActsTest`",
        """
        No act here ever met Azure itself. The act on containers was run against azurite, the \
        vendor's own stand-in for blob storage. The acts on accounts were run against a server of \
        ours that keeps an account which the real service described once, changes it by merge \
        patches, and answers with what the vendor published: it shows that our calls, our reading \
        and our way back fit those answers, and not that Azure does what they ask.

        """,
        id -> id.startsWith("azure.container.") ? "azurite 3.35" : "recorded answers");
  }

  private static String page(
      Map<String, WalkedAct> walked,
      String title,
      String test,
      String note,
      UnaryOperator<String> standIn) {
    var page = new StringBuilder(title + "\n\nWritten by " + test);
    page.append(
        """
         from what it did; see [Containment](contain.md) for what the phases mean. A cell says what \
        happened in that phase.

        """);
    page.append(note);
    page.append(
        """
        - **Plan**: steps proposed, and people who must approve.
        - **Proof before**: how the state after the steps is judged beside the one before.
        - **Acting**, **Verified**: after the steps were made the state was read and judged again.
        - **Going back**: whether the state afterwards equals the one before, field by field.
        - **Refused**: changes in the act's place that its proof refuses (`RefusedActsTest`).
        - **Real service**: whether the act ever met it.

        | act | plan | proof before | acting | verified | going back | refused | stand-in | real service |
        |---|---|---|---|---|---|---|---|---|
        """);
    walked.forEach((id, act) -> page.append(row(id, act, standIn.apply(id))));
    page.append(
        """

        ## Permissions

        What whoever acts needs, no more: from the calls of the plan. Names in braces are those of \
        the target.

        | act | reading | acting | going back |
        |---|---|---|---|
        """);
    walked.forEach((id, act) -> page.append(permissions(id, act.plan())));
    return page.toString();
  }

  private static String row(String id, WalkedAct act, String standIn) {
    var plan = act.plan();
    var cells =
        List.of(
            "`" + id + "`",
            counted(plan.steps().size(), "step") + ", " + counted(plan.approvals(), "approval"),
            plan.proof().judgements().stream()
                .map(Judgement::verdict)
                .map(ActTable::lower)
                .distinct()
                .collect(Collectors.joining(", ")),
            "contained",
            "proved again",
            plan.kind().way() == WayBack.WHOLE
                ? "equal in every field"
                : "not possible: " + counted(act.differences().size(), "field") + " not as before",
            RefusedActsTest.changes()
                .filter(change -> change.act().equals(id))
                .map(RefusedChange::verdict)
                .map(ActTable::lower)
                .distinct()
                .collect(Collectors.joining(", ")),
            standIn,
            "never");
    assertThat(cells).as(id).noneMatch(String::isBlank);
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String counted(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private static String lower(Enum<?> verdict) {
    return verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static String permissions(String id, ActPlan plan) {
    var acting = ofCalls(plan, plan.steps().stream().map(Step::call).toList());
    var back = ofCalls(plan, plan.steps().stream().flatMap(step -> step.undo().stream()).toList());
    var reading = new TreeSet<>(words(plan, plan.permissions()));
    reading.removeAll(acting);
    reading.removeAll(back);
    return "| `" + id + "` | " + cell(reading) + " | " + cell(acting) + " | " + cell(back) + " |\n";
  }

  private static String cell(Set<String> permissions) {
    return permissions.isEmpty() ? "none" : String.join("<br>", permissions);
  }

  private static Set<String> ofCalls(ActPlan plan, List<ActCall> calls) {
    return words(
        plan, calls.stream().map(ActCall::permissions).flatMap(Collection::stream).toList());
  }

  private static Set<String> words(ActPlan plan, Collection<Permission> permissions) {
    var words = new TreeSet<String>();
    for (var permission : permissions) {
      if (permission.action().contains(":")) {
        assertThat(ServiceCatalogue.shipped().action(permission.action()))
            .as("%s is an action of the service", permission.action())
            .isPresent();
      }
      words.add("`" + permission.action() + "` on `" + named(plan, permission.resource()) + "`");
    }
    return words;
  }

  private static String named(ActPlan plan, String resource) {
    var text = resource.replaceFirst("^/subscriptions/[^/]+/", "/subscriptions/{subscription}/");
    for (var name : plan.target().names().entrySet()) {
      text = text.replace(name.getValue(), "{" + name.getKey() + "}");
    }
    text = KEY_ID.matcher(text).replaceAll("{other key}");
    return MADE_ID
        .matcher(
            text.replace(plan.target().account(), "{account}").replace("eu-central-1", "{region}"))
        .replaceAll("{$1}");
  }
}
