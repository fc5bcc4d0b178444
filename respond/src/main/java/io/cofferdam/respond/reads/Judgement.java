package io.cofferdam.respond.reads;

import io.cofferdam.model.read.ReaderKind;

/// Whether the data was meant for whoever read it.
sealed interface Judgement {
  /// It was, or nothing speaks against it.
  record Meant() implements Judgement {}

  /// It was not, for this reason.
  record Outsider(ReaderKind kind, String why) implements Judgement {}

  /// It cannot be told; `missing` names the input that would tell.
  record Undecided(Missing missing) implements Judgement {}

  /// What would decide.
  enum Missing {
    NETWORKS("the networks from which the company's workloads act"),
    ACCOUNTS("the accounts that belong to the company"),
    CALLER("a log that names the caller");

    private final String words;

    Missing(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  Judgement MEANT = new Meant();
}
