package io.cofferdam.notify.facts;

import io.cofferdam.model.Ternary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A yes-or-no question that a legal rule may ask. The question is what a person is asked when the
/// answer is unknown and would decide a duty.
public enum Fact {
  PERSONAL_DATA_INVOLVED("Did the affected stores hold personal data?"),
  CONFIDENTIALITY_LOST("Was data disclosed to, or accessed by, somebody not authorised?"),
  INTEGRITY_LOST("Was data altered without authority or by accident?"),
  AVAILABILITY_LOST("Was data lost, destroyed or made unreachable?"),
  SYNTHETIC_ONLY(
      "Is all of the data invented or hallucinated by the model, with nothing taken from a store?"),
  RESIDENCY_VIOLATED("Did data rest in, or go to, a country in which it must not be?"),
  RISK_UNLIKELY("Is a risk to the people's rights and freedoms unlikely?"),
  HIGH_RISK_LIKELY("Is a high risk to the people's rights and freedoms likely?"),
  DATA_UNINTELLIGIBLE("Is the data unintelligible to whoever has it (encrypted, key not taken)?"),
  HIGH_RISK_REMOVED("Have later measures made sure that the high risk no longer materialises?"),
  DISPROPORTIONATE_EFFORT("Would telling each person take disproportionate effort?"),
  AUTHORITY_ORDERED_COMMUNICATION("Has the authority ordered that the people be told?"),
  INFORMATION_INCOMPLETE("Was information still missing when the authority was notified?"),
  CONTROLLER("Does the organisation decide purposes and means (controller) for this data?"),
  PROCESSOR("Does the organisation process this data for another (processor)?"),
  ESTABLISHED_IN_EEA("Has the organisation an establishment in the EEA?"),
  ESTABLISHED_IN_UK("Has the organisation an establishment in the United Kingdom?"),
  TARGETS_EEA_PEOPLE("Does it offer goods or services to people in the EEA, or watch them?"),
  TARGETS_UK_PEOPLE("Does it offer goods or services to people in the UK, or watch them?"),
  ONLINE_MARKETPLACE(
      "Is it a provider of an online marketplace: do other traders conclude contracts with"
          + " consumers on it?"),
  OTHER_NIS2_SECTOR(
      "Does it provide another service of NIS2 Annex I or II (cloud, data centre, managed services,"
          + " post and courier, food distribution, manufacturing, ...)?"),
  MEDIUM_OR_LARGER(
      "Is it of medium size or larger: 50 staff or more, or turnover and balance sheet above 10"
          + " million EUR?"),
  MALICIOUS_SUSPECTED("Is an unlawful or malicious act suspected?"),
  UNAUTHORISED_ACCESS_SUCCEEDED(
      "Did somebody get into the network and information systems without authority?"),
  SEVERE_DISRUPTION_POSSIBLE("Did it cause, or can it cause, severe operational disruption?"),
  TRADE_SECRETS_TAKEN(
      "Were trade secrets (such as model weights) taken, or could the incident lead to that?"),
  DEATH_OR_HEALTH_DAMAGE(
      "Did it cause, or can it cause, a death or considerable damage to health?"),
  CONSIDERABLE_DAMAGE_TO_OTHERS(
      "Did it cause, or can it cause, considerable material or non-material damage to others?"),
  RECURRING_INCIDENTS(
      "Did incidents with the same apparent root cause occur at least twice in six months, above the"
          + " financial threshold together?"),
  SERVICE_RECIPIENTS_AFFECTED(
      "Is the incident likely to adversely affect the provision of services to recipients?"),
  SIGNIFICANT_CYBER_THREAT("Are recipients of the service exposed to a significant cyber threat?"),
  CROSS_BORDER_POSSIBLE("Could it have an impact across borders?"),
  AUTHORITY_ASKED_FOR_STATUS("Has the CSIRT or the authority asked for an intermediate report?"),
  INCIDENT_ONGOING("Was the incident still ongoing when the final report fell due?");

  private final String question;

  Fact(String question) {
    this.question = question;
  }

  public String question() {
    return question;
  }

  /// Whether this answer would lift a duty by a weighing that no program may do.
  boolean onlyAPersonSays(Ternary value) {
    return switch (this) {
      case RISK_UNLIKELY, HIGH_RISK_REMOVED, DISPROPORTIONATE_EFFORT -> value == Ternary.TRUE;
      case HIGH_RISK_LIKELY -> value == Ternary.FALSE;
      default -> false;
    };
  }

  /// The name in rule and sample files: lower case with dashes.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Fact> byKey(String key) {
    return Arrays.stream(values()).filter(f -> f.key().equals(key)).findFirst();
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(Fact::key).toList();
  }
}
