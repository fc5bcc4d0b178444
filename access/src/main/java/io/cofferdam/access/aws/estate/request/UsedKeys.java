package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamGroup;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.Organisation;
import io.cofferdam.access.aws.estate.OrganisationNode;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.access.exposure.Part;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which condition keys the policies of an estate use, as conditions or as variables. A tag key
/// that nobody uses need not be said to be absent.
public final class UsedKeys {

  private UsedKeys() {}

  /// The keys of a document, in lower case.
  public static Set<String> of(PolicyDocument document) {
    Set<String> keys = new TreeSet<>();
    for (Statement statement : document.statements()) {
      for (Template template : statement.resource().values()) {
        keys.addAll(template.variables());
      }
      for (Condition condition : statement.conditions()) {
        keys.add(condition.key());
        for (Template template : condition.values()) {
          keys.addAll(template.variables());
        }
      }
    }
    return Collections.unmodifiableSet(keys);
  }

  /// The tag keys of the estate's policies: `aws:principaltag/team`, `aws:resourcetag/data`, ...
  static Set<String> tags(Estate estate) {
    Set<String> all = new TreeSet<>();
    for (EstatePrincipal principal : estate.principals().values()) {
      add(principal.policies(), all);
      principal.boundary().asOptional().ifPresent(b -> add(List.of(b), all));
      if (principal instanceof IamRole role) {
        add(List.of(role.trust()), all);
      }
    }
    for (IamGroup group : estate.groups().values()) {
      add(group.policies(), all);
    }
    for (EstateResource resource : estate.resources().values()) {
      resource.policy().asOptional().ifPresent(p -> add(List.of(p), all));
    }
    if (estate.organisation() instanceof Part.Known<Organisation>(Organisation organisation)) {
      organisation.nodes().values().forEach(node -> add(node, all));
    }
    estate.accounts().values().forEach(account -> account.place().ifPresent(p -> add(p, all)));
    return all;
  }

  /// As [#of(PolicyDocument)], without sets in between: it is asked of every policy of an estate.
  private static void tags(PolicyDocument document, Set<String> into) {
    for (Statement statement : document.statements()) {
      for (Template template : statement.resource().values()) {
        tags(template.variables(), into);
      }
      for (Condition condition : statement.conditions()) {
        tags(List.of(condition.key()), into);
        for (Template template : condition.values()) {
          tags(template.variables(), into);
        }
      }
    }
  }

  private static void tags(Collection<String> keys, Set<String> into) {
    for (String key : keys) {
      if (key.contains("tag/")) {
        into.add(key);
      }
    }
  }

  private static void add(OrganisationNode node, Set<String> into) {
    node.scps().asOptional().ifPresent(list -> add(list, into));
    node.rcps().asOptional().ifPresent(list -> add(list, into));
  }

  private static void add(Collection<NamedPolicy> policies, Set<String> into) {
    for (NamedPolicy policy : policies) {
      if (policy.document().isPresent()) {
        tags(policy.document().get(), into);
      }
    }
  }
}
