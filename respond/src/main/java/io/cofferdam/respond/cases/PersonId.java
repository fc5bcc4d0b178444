package io.cofferdam.respond.cases;

import java.util.regex.Pattern;

/// The short name under which somebody works on cases, such as `mara.lind`: lower case letters,
/// digits, dots, dashes and underscores.
public record PersonId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public boolean wellFormed() {
    return FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
