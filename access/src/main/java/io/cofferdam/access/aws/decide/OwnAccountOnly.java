package io.cofferdam.access.aws.decide;

import java.util.Optional;
import java.util.Set;

/// Actions that a service keeps to the account of the resource, whatever the resource's policy
/// says (AWS KMS Developer Guide, "Allowing users in other accounts to use a KMS key"; Amazon SQS
/// Developer Guide, "Limitations of Amazon SQS custom policies").
final class OwnAccountOnly {
  /// Of KMS those that others can use, on keys.
  private static final Set<String> OF_KEYS_FOR_OTHERS =
      Set.of(
          "kms:creategrant",
          "kms:decrypt",
          "kms:derivesharedsecret",
          "kms:describekey",
          "kms:encrypt",
          "kms:generatedatakey",
          "kms:generatedatakeypair",
          "kms:generatedatakeypairwithoutplaintext",
          "kms:generatedatakeywithoutplaintext",
          "kms:generatemac",
          "kms:getkeyrotationstatus",
          "kms:getpublickey",
          "kms:listgrants",
          "kms:reencryptfrom",
          "kms:reencryptto",
          "kms:retiregrant",
          "kms:revokegrant",
          "kms:sign",
          "kms:verify",
          "kms:verifymac");

  private static final Set<String> OF_QUEUES =
      Set.of(
          "sqs:addpermission",
          "sqs:cancelmessagemovetask",
          "sqs:createqueue",
          "sqs:deletequeue",
          "sqs:listmessagemovetasks",
          "sqs:listqueues",
          "sqs:listqueuetags",
          "sqs:removepermission",
          "sqs:setqueueattributes",
          "sqs:startmessagemovetask",
          "sqs:tagqueue",
          "sqs:untagqueue");

  private OwnAccountOnly() {}

  static Optional<Because> refusal(Facts facts) {
    boolean foreign =
        !facts.caller.account().isEmpty()
            && !facts.request.resourceAccount().isEmpty()
            && !facts.request.sameAccount();
    boolean kept =
        switch (facts.service) {
          case "kms" ->
              facts.request.resource().contains(":key/")
                  && !OF_KEYS_FOR_OTHERS.contains(facts.action);
          case "sqs" -> OF_QUEUES.contains(facts.action);
          default -> false;
        };
    return foreign && kept
        ? Optional.of(
            new Because(
                PolicyLayer.SERVICE_RULE,
                "",
                null,
                () ->
                    "the service does not let other accounts use "
                        + facts.request.action()
                        + ", whatever the resource's policy says"))
        : Optional.empty();
  }
}
