package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.reach.EscalationAct.Effect;
import io.cofferdam.access.aws.estate.reach.EscalationAct.Need;
import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The acts of `escalation-acts.tsv`.
public final class EscalationActs {
  private static final List<EscalationAct> ALL = load();

  private EscalationActs() {}

  /// Every act, in the order of the file.
  public static List<EscalationAct> all() {
    return ALL;
  }

  private static List<EscalationAct> load() {
    List<EscalationAct> acts = new ArrayList<>();
    try (InputStream stream = EscalationActs.class.getResourceAsStream("escalation-acts.tsv")) {
      if (stream == null) {
        throw new CofferdamBug("the resource `escalation-acts.tsv` is missing from the program");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.startsWith("#")).forEach(line -> acts.add(act(line)));
    } catch (IOException e) {
      throw new CofferdamBug("the resource `escalation-acts.tsv` cannot be read", e);
    }
    return List.copyOf(acts);
  }

  private static EscalationAct act(String line) {
    String[] fields = line.split("\t", -1);
    List<Need> needs = new ArrayList<>();
    for (String need : fields[3].split(" ", -1)) {
      int at = need.indexOf('@');
      needs.add(new Need(need.substring(0, at), need.substring(at + 1)));
    }
    return new EscalationAct(
        fields[0],
        Effect.valueOf(fields[1]),
        fields[2],
        needs,
        fields[4].equals("-") ? Optional.empty() : Optional.of(fields[4]),
        fields[5],
        fields[6]);
  }
}
