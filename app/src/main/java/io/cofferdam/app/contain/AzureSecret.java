package io.cofferdam.app.contain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Azure is asked with: a token of Microsoft Entra ID, alone or as the command line of Azure
/// prints it, or a key of a storage account. It is never shown.
///
/// What a token says of itself is read for people and for early refusals; whether it is genuine is
/// Azure's to judge.
///
/// @param text the token or key
/// @param claims what the token says; missing for a key, or where it says nothing readable
/// @param subscription the one that the command line printed
public record AzureSecret(
    String text, boolean isKey, JsonNode claims, Optional<String> subscription) {
  private static final int MOST = 1 << 16;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{20,60000}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{42,86}={1,2}");

  /// Reads it from where it is kept.
  ///
  /// @param reference `env:NAME` or `file:PATH`
  /// @throws CofferdamException CFD-APP-0213
  static AzureSecret read(String reference) {
    var kept =
        reference.startsWith("env:")
            ? Optional.ofNullable(System.getenv(reference.substring("env:".length())))
            : reference.startsWith("file:")
                ? file(reference.substring("file:".length()))
                : Optional.<String>empty();
    return kept.map(String::strip).flatMap(AzureSecret::of).orElseThrow(() -> none(reference));
  }

  private static Optional<String> file(String path) {
    try (var in = Files.newInputStream(Path.of(path))) {
      return Optional.of(new String(in.readNBytes(MOST), StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<AzureSecret> of(String kept) {
    var printed = json(kept.getBytes(StandardCharsets.UTF_8));
    if (printed.isObject()) {
      var token = printed.path("accessToken").asText("");
      return TOKEN.matcher(token).matches()
          ? Optional.of(
              new AzureSecret(
                  token,
                  false,
                  claims(token),
                  Optional.ofNullable(printed.path("subscription").textValue())))
          : Optional.empty();
    }
    if (KEY.matcher(kept).matches()) {
      return Optional.of(new AzureSecret(kept, true, MissingNode.getInstance(), Optional.empty()));
    }
    return TOKEN.matcher(kept).matches()
        ? Optional.of(new AzureSecret(kept, false, claims(kept), Optional.empty()))
        : Optional.empty();
  }

  private static JsonNode json(byte[] text) {
    try {
      var read = JSON.readTree(text);
      return read == null ? MissingNode.getInstance() : read;
    } catch (IOException none) {
      return MissingNode.getInstance();
    }
  }

  private static JsonNode claims(String token) {
    var parts = token.split("\\.", -1);
    try {
      return parts.length == 3
          ? json(Base64.getUrlDecoder().decode(parts[1]))
          : MissingNode.getInstance();
    } catch (IllegalArgumentException none) {
      return MissingNode.getInstance();
    }
  }

  /// The text of the reference is not shown where it may be the secret itself.
  private static CofferdamException none(String reference) {
    return new CofferdamException(
        "CFD-APP-0213",
        ErrorCategory.INVALID_INPUT,
        "`--azure-credential` "
            + (reference.startsWith("env:") || reference.startsWith("file:")
                ? "names `" + Plain.line(reference) + "`, where no token or key is kept"
                : "names no place")
            + " [env:NAME or file:PATH with a token, what `az account get-access-token` printed, or"
            + " for a container a key of its account]",
        "the secret itself never stands on the command line");
  }

  /// Whose it is: the object of the directory, or empty where that is not told.
  String holder() {
    if (isKey) {
      return "whoever has a key of the storage account";
    }
    var object = claims.path("oid").asText("");
    return object.isEmpty() ? "" : "object " + Plain.line(object) + " of Entra ID";
  }

  /// Whether it is for what will be asked.
  ///
  /// @param audience for whom tokens must be made
  /// @param keys whether a key will do
  /// @throws CofferdamException CFD-APP-0214
  void check(String audience, boolean keys) {
    var told = claims.path("aud").asText("");
    var fits =
        isKey
            ? keys
            : told.isEmpty() || host(told).equals(host(audience)) || classic(told, audience);
    if (!fits) {
      throw new CofferdamException(
          "CFD-APP-0214",
          ErrorCategory.INVALID_INPUT,
          "what --azure-credential names is "
              + (isKey ? "a key of a storage account" : "a token for `" + Plain.line(told) + "`")
              + " [a token for "
              + audience
              + "]",
          "az account get-access-token --resource " + audience + " > FILE");
    }
  }

  private static String host(String audience) {
    return audience.replaceFirst("^https://", "").replaceFirst("/+$", "");
  }

  /// The older name of Azure Resource Manager, which tokens still carry.
  private static boolean classic(String told, String audience) {
    return host(told).equals("management.core.windows.net")
        && host(audience).equals("management.azure.com");
  }

  @Override
  public String toString() {
    return isKey ? "a key" : "a token";
  }
}
