package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.policy.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Actors of whom their own policies, and those above their account, say the same about one action.
/// No resource can tell them apart unless it names them or asks for keys that follow from who they
/// are.
///
/// @param number among the classes of the action
/// @param serviceLinked whether the organisation's policies do not limit them
/// @param identity numbers of what their identity policies say, in order
/// @param ceilings the same of boundaries and the organisation's policies, each followed by
///     [#END]
public record ActorClass(
    int number,
    String account,
    boolean role,
    boolean serviceLinked,
    List<Integer> identity,
    List<Integer> ceilings,
    StatementNumbers statements) {
  /// Ends what one policy says.
  static final int END = -1;

  /// What a class comes down to for one resource: classes with equal cores are one there.
  public record Core(
      String account,
      boolean role,
      boolean serviceLinked,
      List<Integer> identity,
      List<Integer> ceilings) {}

  /// Whether some identity policy allows the action, on whatever resource.
  boolean mayAllow() {
    for (int number : identity) {
      if (statements.get(number).effect() == Effect.ALLOW) {
        return true;
      }
    }
    return false;
  }

  /// What the class comes down to for one resource.
  ///
  /// @param touching by statement number, whether it concerns the resource
  public Core core(IntPredicate touching) {
    return new Core(
        account, role, serviceLinked, kept(identity, touching), kept(ceilings, touching));
  }

  private static List<Integer> kept(List<Integer> numbers, IntPredicate touching) {
    List<Integer> kept = null;
    for (int i = 0; i < numbers.size(); i++) {
      int number = numbers.get(i);
      boolean keep = number == END || touching.test(number);
      if (!keep && kept == null) {
        kept = new ArrayList<>(numbers.subList(0, i));
      } else if (keep && kept != null) {
        kept.add(number);
      }
    }
    return kept == null ? numbers : kept;
  }
}
