package io.cofferdam.app.scan.baseline;

/// A violation of the baseline that this scan does not show as one.
public record Gone(Former former, How how) {

  /// A finding as the baseline tells it.
  ///
  /// @param outcome the word of its outcome then
  public record Former(
      String id,
      String control,
      String resource,
      String account,
      String region,
      String outcome,
      String severity) {}

  /// Why it is not shown as a violation.
  public enum How {
    MET("is met now", true),
    NOT_APPLICABLE("does not apply any more", true),
    ABSENT("the resource is not there any more", true),
    UNDETERMINED("could not be told this time", false),
    NOT_ASKED("its account or region was not asked this time", false),
    NOT_EVALUATED("the control was not evaluated this time", false);

    private final String words;
    private final boolean mended;

    How(String words, boolean mended) {
      this.words = words;
      this.mended = mended;
    }

    public String words() {
      return words;
    }

    /// Whether the violation is known to be no more.
    public boolean mended() {
      return mended;
    }
  }
}
