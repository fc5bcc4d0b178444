package io.cofferdam.evidence.verify.cli;

import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.evidence.timestamp.AuthorityCertificates;
import io.cofferdam.evidence.verify.PackVerifier;
import io.cofferdam.evidence.verify.TrustedWith;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Verifies one pack: `PACK [--key F] [--checkpoint F] [--tsa-cert F]`. Exit 0 without a doubt, 1
/// with one, 2 when the arguments or files named are wrong.
public final class VerifierMain {
  private static final String USAGE = "PACK [--key F] [--checkpoint F] [--tsa-cert F]";

  private VerifierMain() {}

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out, err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    try {
      var trusted = TrustedWith.nothing();
      Path pack = null;
      for (int i = 0; i < arguments.length; i++) {
        if (!arguments[i].startsWith("--")) {
          if (pack != null) {
            throw usage("a second pack `" + arguments[i] + "`");
          }
          pack = Path.of(arguments[i]);
          continue;
        }
        var option = arguments[i];
        if (++i == arguments.length) {
          throw usage("`" + option + "` without a file");
        }
        trusted = with(trusted, option, Path.of(arguments[i]));
      }
      if (pack == null) {
        throw usage("no pack named");
      }
      var verification = new PackVerifier(trusted).verify(pack);
      verification.lines().forEach(out::println);
      return verification.doubt() ? 1 : 0;
    } catch (CofferdamException e) {
      err.println(e.code() + ": " + e.getMessage());
      e.hint().ifPresent(err::println);
      return e.category().exitCode();
    } catch (InvalidPathException e) {
      err.println(usage("a name that is no path").getMessage());
      return 2;
    }
  }

  private static TrustedWith with(TrustedWith trusted, String option, Path file) {
    return switch (option) {
      case "--key" -> trusted.key(VerifierKey.read(file));
      case "--checkpoint" -> trusted.checkpoint(file);
      case "--tsa-cert" -> trusted.authorities(AuthorityCertificates.read(file));
      default -> throw usage("`" + option + "`");
    };
  }

  private static CofferdamException usage(String what) {
    return new CofferdamException(
        "CFD-EVIDENCE-0040", ErrorCategory.INVALID_INPUT, what + " [" + USAGE + "]", "");
  }
}
