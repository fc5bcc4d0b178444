package io.cofferdam.app.cli;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.Contact;
import io.cofferdam.respond.cases.ContactKind;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case contact CASE KIND NAME`.
@Command(
    name = "contact",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Adds somebody to be called.",
      "Kinds: legal, forensic-retainer, authority, law-enforcement, cloud-provider, processor,",
      "insurer, press, other."
    })
final class CaseContactCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "KIND", description = "What they are.")
  private String kind;

  @Parameters(index = "2", paramLabel = "NAME", description = "Who.")
  private String name;

  @Option(
      names = "--reach",
      paramLabel = "TEXT",
      required = true,
      description = "Telephone, mail or both.")
  private String reach;

  @Option(
      names = "--remark",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Such as the number of the contract.")
  private String remark;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var contact =
        new Contact(CaseOptions.word(ContactKind.class, "KIND", kind), name, reach, remark);
    return options.record(
        word,
        _ -> new CaseEvent.ContactAdded(options.now(), options.by(), contact),
        "contact " + contact.kind().word() + " " + name);
  }
}
