package io.cofferdam.app.review;

import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The people whose signature counts: a folder with a `.vkey` file for each. The file's name is the
/// name under which the person is told, as in `mara-lind.vkey`.
///
/// @param folder of the public keys; where it is not there, nobody is enrolled
public record Reviewers(Path folder) {
  private static final String ENDING = ".vkey";

  /// Somebody whose key is enrolled.
  public record Reviewer(String name, VerifierKey key) {}

  /// All who are enrolled, in the order of their names.
  ///
  /// @throws CofferdamException CFD-APP-0133 where the folder cannot be read, and where a file
  ///     in it is no public key
  List<Reviewer> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      List<Reviewer> all = new ArrayList<>();
      for (var file : files.sorted().toList()) {
        var name = file.getFileName().toString();
        if (name.endsWith(ENDING)) {
          var person = name.substring(0, name.length() - ENDING.length());
          all.add(new Reviewer(person, VerifierKey.read(file)));
        }
      }
      return all;
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-APP-0133",
          ErrorCategory.UNAVAILABLE,
          "the folder of enrolled keys `" + folder + "` cannot be read",
          "mend its permissions",
          e);
    }
  }

  /// Who is enrolled with a key: nobody, one, or, where somebody enrolled it under several names,
  /// all of these. The key itself counts, not how its line names it.
  static List<Reviewer> of(List<Reviewer> all, VerifierKey key) {
    return all.stream().filter(each -> same(each.key(), key)).toList();
  }

  static boolean same(VerifierKey one, VerifierKey other) {
    return one.pem().equals(other.pem());
  }

  static String names(List<Reviewer> reviewers) {
    return reviewers.stream().map(Reviewer::name).collect(Collectors.joining("`, `", "`", "`"));
  }
}
