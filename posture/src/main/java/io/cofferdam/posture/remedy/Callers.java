package io.cofferdam.posture.remedy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Whom a policy names.
///
/// @param tried accounts, principals and services, by the Principal or by a condition on the caller
/// @param others who is named otherwise, in words: providers of identities, organisations, networks
record Callers(Set<String> tried, Set<String> others) {
  private static final Set<String> EQUAL =
      Set.of("stringequals", "stringlike", "arnequals", "arnlike", "stringequalsignorecase");
  private static final Set<String> OF_CALLER = Set.of("aws:principalarn", "aws:principalaccount");
  private static final Set<String> OF_MANY =
      Set.of(
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceip",
          "aws:sourceorgid",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:userid",
          "kms:calleraccount");

  Callers {
    tried = Set.copyOf(tried);
    others = Set.copyOf(others);
  }

  /// Of a policy as it stood.
  ///
  /// @param after as it will: others are told of the statements alone that are not in it
  static Callers of(ObjectNode before, ObjectNode after) {
    var tried = new TreeSet<String>();
    var others = new TreeSet<String>();
    var kept = statements(after);
    for (var statement : statements(before)) {
      if (!statement.path("Effect").asText("").equals("Allow")) {
        continue;
      }
      texts(statement.path("Principal").path("AWS")).forEach(name -> caller(name, tried, others));
      tried.addAll(texts(statement.path("Principal").path("Service")));
      conditions(statement, tried, others, kept.contains(statement));
      if (!kept.contains(statement)) {
        for (var kind : List.of("Federated", "CanonicalUser")) {
          texts(statement.path("Principal").path(kind)).forEach(others::add);
        }
      }
    }
    return new Callers(tried, others);
  }

  private static void caller(String name, Set<String> tried, Set<String> others) {
    if (name.matches("\\d{12}")) {
      tried.add(name);
    } else if (name.matches("arn:[a-z-]+:iam::\\d{12}:root")) {
      tried.add(name.split(":", -1)[4]);
    } else if (name.startsWith("arn:")) {
      (name.contains("*") || name.contains("?") || name.contains("$") ? others : tried).add(name);
    }
  }

  private static void conditions(
      JsonNode statement, Set<String> tried, Set<String> others, boolean kept) {
    for (var operator : statement.path("Condition").properties()) {
      var plain = operator.getKey().toLowerCase(Locale.ROOT);
      var name = plain.substring(plain.indexOf(':') + 1).replace("ifexists", "");
      for (var key : operator.getValue().properties()) {
        var of = key.getKey().toLowerCase(Locale.ROOT);
        if (EQUAL.contains(name) && OF_CALLER.contains(of)) {
          texts(key.getValue()).forEach(each -> caller(each, tried, others));
        } else if (!kept && OF_MANY.contains(of)) {
          texts(key.getValue()).forEach(each -> others.add(key.getKey() + " " + each));
        }
      }
    }
  }

  static List<JsonNode> statements(ObjectNode policy) {
    var statements = new ArrayList<JsonNode>();
    if (policy.path("Statement").isObject()) {
      statements.add(policy.path("Statement"));
    } else {
      policy.path("Statement").forEach(statements::add);
    }
    return statements;
  }

  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    if (node.isTextual()) {
      texts.add(node.asText());
    } else {
      node.forEach(each -> texts.add(each.asText("")));
    }
    return texts;
  }
}
