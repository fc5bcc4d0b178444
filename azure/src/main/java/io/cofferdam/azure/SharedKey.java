package io.cofferdam.azure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests to the blob service with a key of the account (REST reference, "Authorize with
/// Shared Key", blob service, 2015-02-21 and later).
final class SharedKey {
  private SharedKey() {}

  /// The value of the header `Authorization`.
  ///
  /// @param path as it is sent, encoded
  /// @param query names and values, which need no encoding
  /// @param headers of the request, with `Content-Length` where there is a body
  static String authorization(
      String account,
      String key,
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers)
      throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
    var text = text(account, method, path, query, headers);
    var signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    return "SharedKey " + account + ":" + Base64.getEncoder().encodeToString(signature);
  }

  private static String text(
      String account,
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers) {
    SortedMap<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value.strip()));
    var length = lower.getOrDefault("content-length", "");
    var text = new StringBuilder(method).append('\n');
    text.append(lower.getOrDefault("content-encoding", "")).append('\n');
    text.append(lower.getOrDefault("content-language", "")).append('\n');
    text.append(length.equals("0") ? "" : length).append('\n');
    for (var name :
        new String[] {
          "content-md5",
          "content-type",
          "date",
          "if-modified-since",
          "if-match",
          "if-none-match",
          "if-unmodified-since",
          "range"
        }) {
      text.append(lower.getOrDefault(name, "")).append('\n');
    }
    lower.forEach(
        (name, value) -> {
          if (name.startsWith("x-ms-")) {
            text.append(name).append(':').append(value).append('\n');
          }
        });
    text.append('/').append(account).append(path);
    text.append(
        new TreeMap<>(query)
            .entrySet().stream()
                .map(each -> "\n" + each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining()));
    return text.toString();
  }
}
