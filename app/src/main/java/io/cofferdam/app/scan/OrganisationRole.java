package io.cofferdam.app.scan;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.util.Optional;
import java.util.regex.Pattern;

/// The role by which the accounts of an organisation are asked.
///
/// @param role its name, the same in every account, with its path where it has one
/// @param externalId what its trust policy demands, or empty
public record OrganisationRole(String role, Optional<String> externalId) {
  private static final Pattern NAME = Pattern.compile("([!-~]{1,400}/)?[\\w+=,.@-]{1,64}");
  private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

  public OrganisationRole {
    if (!NAME.matcher(role).matches() || role.startsWith("arn:")) {
      throw new CofferdamException(
          "CFD-APP-0110",
          ErrorCategory.INVALID_INPUT,
          "`--organisation-role` is `" + role + "` [the name of a role, not its ARN]",
          "as in --organisation-role cofferdam-scan: it must be there in every account");
    }
    if (externalId.isPresent() && !EXTERNAL_ID.matcher(externalId.get()).matches()) {
      throw new CofferdamException(
          "CFD-APP-0111",
          ErrorCategory.INVALID_INPUT,
          "`--external-id` is no external id [2 to 1224 of letters, digits and +=,.@:/-]",
          "give the one that the role's trust policy demands");
    }
  }
}
