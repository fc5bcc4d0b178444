package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a resource is open to callers that nobody named.
///
/// @param external whether any principal outside the resource's account is let in, AWS services
///     apart; at least UNKNOWN where public is unknown
/// @param witness a request of a caller whom nobody named, where public; else of an external one
/// @param proof why it is not public, where that is shown
/// @param because for a person, the deciding reason first
/// @param undecided what keeps an answer unknown
/// @param services AWS services that are let in, and whether somebody else's use of them is too
public record PublicAnswer(
    Verdict verdict,
    Ternary external,
    Optional<DecisionRequest> witness,
    Optional<Proof> proof,
    List<String> because,
    Set<String> undecided,
    List<ServiceGrant> services) {
  public PublicAnswer {
    because = List.copyOf(because);
    undecided = Set.copyOf(undecided);
    services = List.copyOf(services);
  }

  /// The answer in one word.
  public enum Verdict {
    PUBLIC("Public"),
    NOT_PUBLIC("NotPublic"),
    UNKNOWN("Unknown");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /// As the command line writes it.
    public String word() {
      return word;
    }
  }

  /// A grant to an AWS service.
  ///
  /// @param service e.g. `logging.s3.amazonaws.com`
  /// @param deputy the request by which anybody's use of the service would reach the resource
  ///     (the confused deputy problem); empty where aws:SourceAccount, aws:SourceArn or the like
  ///     pins it, or where it is not decided
  public record ServiceGrant(String service, Optional<DecisionRequest> deputy) {}
}
