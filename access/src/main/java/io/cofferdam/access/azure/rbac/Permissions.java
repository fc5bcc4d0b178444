package io.cofferdam.access.azure.rbac;

import io.cofferdam.access.aws.pattern.Pattern;
import java.util.List;

/// Actions minus not-actions, data actions minus not-data-actions (Microsoft Learn, "Understand
/// Azure role definitions"). A star stands for any text, case does not matter.
///
/// @param notActions are subtracted from this set alone; they deny nothing that another role gives
public record Permissions(
    List<Pattern> actions,
    List<Pattern> notActions,
    List<Pattern> dataActions,
    List<Pattern> notDataActions) {
  public Permissions {
    actions = List.copyOf(actions);
    notActions = List.copyOf(notActions);
    dataActions = List.copyOf(dataActions);
    notDataActions = List.copyOf(notDataActions);
  }

  /// From the texts of a definition.
  public static Permissions of(
      List<String> actions,
      List<String> notActions,
      List<String> dataActions,
      List<String> notDataActions) {
    return new Permissions(
        patterns(actions), patterns(notActions), patterns(dataActions), patterns(notDataActions));
  }

  private static List<Pattern> patterns(List<String> texts) {
    return texts.stream().map(Pattern::globIgnoringCase).toList();
  }

  public boolean include(AzureAction action) {
    return action.isData()
        ? any(dataActions, action.name()) && !any(notDataActions, action.name())
        : any(actions, action.name()) && !any(notActions, action.name());
  }

  private static boolean any(List<Pattern> patterns, String action) {
    for (Pattern pattern : patterns) {
      if (pattern.matches(action)) {
        return true;
      }
    }
    return false;
  }
}
