package io.cofferdam.app.export;

import io.cofferdam.app.playbooks.PlaybookShelf;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.export.asl.AslPlaybook;
import io.cofferdam.respond.export.cacao.CacaoExport;

/// A playbook in the forms of others: CACAO, Step Functions.
public final class PlaybookExport {
  private PlaybookExport() {}

  /// The document.
  ///
  /// @param word its short name, its id or its file
  /// @param form `cacao` or `asl`
  /// @throws CofferdamException CFD-APP-0193 where it has a flaw, CFD-APP-0200 where there is no
  ///     such form
  public static String text(PlaybookShelf shelf, String word, String form) {
    if (!form.equals("cacao") && !form.equals("asl")) {
      throw ActExport.unknown(form, "cacao or asl; ssm and lambda are of planned acts");
    }
    var playbook = shelf.whole(word);
    var document =
        form.equals("cacao")
            ? CacaoExport.of(playbook, shelf.shipped()::byId)
            : AslPlaybook.of(playbook, shelf.shipped()::byId);
    return document.toPrettyString() + "\n";
  }
}
