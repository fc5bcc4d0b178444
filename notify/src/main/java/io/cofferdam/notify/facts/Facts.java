package io.cofferdam.notify.facts;

import io.cofferdam.model.Reason;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.scope.Bounds;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Everything known of a case that a legal rule may ask. What is not in the maps is unknown, never
/// "no" and never zero.
///
/// @param residents people concerned per ISO country, `ZZ` where residence is not resolved
/// @param establishments ISO countries of establishment, the main one first; empty when not told
/// @param dataClasses classes of personal data concerned, in the data map's words
/// @param assumptions what the derivation took for granted, for a person to contradict
public record Facts(
    Map<Fact, Answer> answers,
    Map<Quantity, Bounds> quantities,
    Map<String, Bounds> residents,
    List<String> establishments,
    List<String> dataClasses,
    List<String> assumptions) {

  public Facts {
    answers = personal(answers);
    quantities = Map.copyOf(quantities);
    residents = Map.copyOf(residents);
    establishments = List.copyOf(establishments);
    dataClasses = List.copyOf(dataClasses);
    assumptions = List.copyOf(assumptions);
  }

  /// INVARIANT: what only a person may say becomes a proposal where no person said it.
  private static Map<Fact, Answer> personal(Map<Fact, Answer> answers) {
    var checked = new EnumMap<Fact, Answer>(Fact.class);
    answers.forEach(
        (fact, answer) ->
            checked.put(
                fact,
                answer.decidedBy().isEmpty() && fact.onlyAPersonSays(answer.value())
                    ? new Answer(Ternary.UNKNOWN, Optional.of(answer.value()), "", answer.because())
                    : answer));
    return Map.copyOf(checked);
  }

  /// The facts of a case of which nothing is known.
  public static Facts none() {
    return new Facts(Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());
  }

  public Ternary of(Fact fact) {
    return answer(fact).value();
  }

  public Answer answer(Fact fact) {
    return answers.getOrDefault(fact, Answer.UNKNOWN);
  }

  public Bounds of(Quantity quantity) {
    return quantities.getOrDefault(quantity, Bounds.unknown());
  }

  /// Residents in a stable order, by country.
  public Map<String, Bounds> residentsInOrder() {
    return new TreeMap<>(residents);
  }

  /// The same facts with one derived answer.
  public Facts with(Fact fact, Answer answer) {
    var changed = new EnumMap<Fact, Answer>(Fact.class);
    changed.putAll(answers);
    changed.put(fact, answer);
    return new Facts(changed, quantities, residents, establishments, dataClasses, assumptions);
  }

  public Facts with(Fact fact, Ternary value) {
    return with(fact, Answer.of(value, "given"));
  }

  public Facts with(Quantity quantity, Bounds bounds) {
    var changed = new EnumMap<Quantity, Bounds>(Quantity.class);
    changed.putAll(quantities);
    changed.put(quantity, bounds);
    return new Facts(answers, changed, residents, establishments, dataClasses, assumptions);
  }

  public Facts withResidents(Map<String, Bounds> people) {
    return new Facts(answers, quantities, people, establishments, dataClasses, assumptions);
  }

  public Facts withEstablishments(List<String> countries) {
    return new Facts(answers, quantities, residents, countries, dataClasses, assumptions);
  }

  /// The same facts after a named person has answered one question.
  ///
  /// @throws IllegalArgumentException where no name is given: the final word is a person's
  public Facts decided(Fact fact, Ternary value, String byName, String why) {
    if (byName.isBlank()) {
      throw new IllegalArgumentException("a decision needs the name of the person who takes it");
    }
    var reason = Reason.of("decided by " + byName + ": " + why);
    return with(fact, new Answer(value, answer(fact).proposal(), byName.strip(), List.of(reason)));
  }

  /// What we would propose for a question, where we propose anything.
  public Optional<Ternary> proposal(Fact fact) {
    return answer(fact).proposal();
  }
}
