package io.cofferdam.app.cli;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.app.cases.CustodyText;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CustodyChain;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case custody show CASE [ITEM]`.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells who held evidence from when to when, what was signed, and what is not captured."
    })
final class CaseCustodyShowCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ITEM",
      description = "Its id, as in E1. Default: all.")
  private @Nullable String item;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    try (CaseDesk desk = options.desk()) {
      var id = desk.find(word);
      var file = desk.read(id).file();
      var chains = chosen(file);
      if (options.json()) {
        options.show(desk, id);
        return 0;
      }
      var text = new CustodyText(options.out(), options.now());
      for (var each : chains) {
        text.print(file, each);
        options.println("");
      }
      options.println("Not captured");
      text.lacking(file);
    }
    return 0;
  }

  private List<CustodyChain> chosen(CaseFile file) {
    if (item == null) {
      return List.copyOf(file.custody().values());
    }
    var chain = file.custody().get(item);
    if (chain == null) {
      throw new CofferdamException(
          "CFD-APP-0245",
          ErrorCategory.INVALID_INPUT,
          "there is no custody item `"
              + item
              + "` ["
              + (file.custody().isEmpty()
                  ? "there are none"
                  : String.join(", ", file.custody().keySet()))
              + "]",
          "`case capture` takes a fetched folder into custody");
    }
    return List.of(chain);
  }
}
