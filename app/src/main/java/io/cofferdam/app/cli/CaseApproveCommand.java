package io.cofferdam.app.cli;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.PersonId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case approve CASE REQUEST`.
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Approves what somebody else asked, signed with your own key.",
      "The signature is over this case, the plan's hash, the rule and the expiry; `case show`",
      "tells them."
    })
final class CaseApproveCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "REQUEST", description = "Its id, as in A1.")
  private String request;

  @Option(
      names = "--sign-with",
      paramLabel = "FILE",
      required = true,
      description = "Your own Ed25519 private key (PKCS#8 PEM).")
  private Path key;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var signing = OwnKey.open(key);
    var signer = options.person();
    options.record(
        word,
        file ->
            new CaseEvent.ApprovalGiven(
                options.now(), options.by(), request, signature(file, signing, signer)),
        request + " is approved by " + signer);
    return 0;
  }

  /// Empty where there is no such request: then the case says so.
  private String signature(CaseFile file, SigningKey signing, PersonId signer) {
    var approval = file.approvals().get(request);
    return approval == null
        ? ""
        : Base64.getEncoder()
            .encodeToString(signing.sign(approval.request().approvalBytes(signer)));
  }
}
