package broken.cofferdam.evidence.ledger;

/// Breaks: ledgerHasNoUpdateOrDelete, exceptionsCarryErrorCode.
public final class BrokenLedger {
  public void deleteEntry() {}

  /// An exception without a code.
  public static final class BrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
