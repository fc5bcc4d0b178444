package io.cofferdam.access.aws.policy;

import java.util.List;

/// One AWS policy document.
public record PolicyDocument(PolicyVersion version, List<Statement> statements) {
  public PolicyDocument {
    statements = List.copyOf(statements);
  }
}
