package io.cofferdam.respond.act;

/// Where an act stands.
public enum ActPhase {
  /// Nothing is planned.
  NONE,
  /// A plan waits for approval.
  PROPOSED,
  /// It was approved and nothing was done yet.
  AGREED,
  /// Steps are being made.
  ACTING,
  /// Acting stopped before its end.
  HALTED,
  /// All steps are made and not verified yet.
  ACTED,
  /// The state was read again and proved closed.
  CONTAINED,
  /// All steps are made, but it is not proved that they contain.
  UNVERIFIED,
  /// Steps are being undone.
  GOING_BACK,
  /// Going back stopped before its end.
  BACK_HALTED,
  /// The state is as it was before.
  BACK,
  /// All was undone that could be, but the state is not as it was before.
  BACK_WITH_DIFFERENCES;

  /// Whether steps may be made from here.
  public boolean mayAct() {
    return switch (this) {
      case AGREED, ACTING, HALTED, ACTED, UNVERIFIED, GOING_BACK, BACK_HALTED -> true;
      case NONE, PROPOSED, CONTAINED, BACK, BACK_WITH_DIFFERENCES -> false;
    };
  }

  /// Whether going back may begin or go on from here.
  public boolean mayGoBack() {
    return switch (this) {
      case ACTING, HALTED, ACTED, CONTAINED, UNVERIFIED, GOING_BACK, BACK_HALTED -> true;
      case NONE, PROPOSED, AGREED, BACK, BACK_WITH_DIFFERENCES -> false;
    };
  }
}
