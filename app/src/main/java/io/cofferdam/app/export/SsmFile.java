package io.cofferdam.app.export;

import io.cofferdam.aws.AwsServiceModel;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.export.ssm.SsmCheck;
import io.cofferdam.respond.playbook.Flaw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A document of SSM Automation in a file, whoever wrote it.
public final class SsmFile {
  private static final int MOST = 1 << 20;

  private SsmFile() {}

  /// Everything that is wrong with it.
  ///
  /// @throws CofferdamException CFD-APP-0202 where it cannot be read
  public static List<Flaw> flaws(Path file) {
    try (var in = Files.newInputStream(file)) {
      var text = new String(in.readNBytes(MOST + 1), StandardCharsets.UTF_8);
      return new SsmCheck(new AwsServiceModel()).of(file.toString(), text);
    } catch (IOException bad) {
      throw new CofferdamException(
          "CFD-APP-0202",
          ErrorCategory.INVALID_INPUT,
          "`" + file + "` cannot be read [a document of SSM Automation in JSON or YAML]",
          "mend its name or its permissions",
          bad);
    }
  }
}
