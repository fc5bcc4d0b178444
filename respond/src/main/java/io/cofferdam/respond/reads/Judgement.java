package io.cofferdam.respond.reads;

import io.cofferdam.model.read.ReaderKind;

/// Whether the data was meant for whoever read it.
sealed interface Judgement {
  /// It was, or nothing speaks against it.
  record Meant() implements Judgement {}

  /// It was not, for this reason.
  ///
  /// @param foreign whether the caller acted without a credential of the company, so that the store
  ///     let outsiders in
  record Outsider(ReaderKind kind, String why, boolean foreign) implements Judgement {
    Outsider(ReaderKind kind, String why) {
      this(kind, why, kind == ReaderKind.ANONYMOUS || kind == ReaderKind.FOREIGN_ACCOUNT);
    }
  }

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
