package io.cofferdam.respond.act;

/// Adds events one after the other, and notices when somebody else does.
final class Turns {
  private final ActJournal journal;
  private ActRecord record;

  Turns(ActJournal journal) {
    this.journal = journal;
    this.record = ActRecord.of(journal.events());
  }

  ActRecord record() {
    return record;
  }

  void append(ActEvent event) throws Outpaced {
    if (!journal.append(record.size(), event)) {
      throw new Outpaced();
    }
    record = ActRecord.of(journal.events());
  }

  /// Somebody else added an event.
  static final class Outpaced extends Exception {
    private static final long serialVersionUID = 1L;

    Outpaced() {
      super("outpaced", null, false, false);
    }
  }
}
