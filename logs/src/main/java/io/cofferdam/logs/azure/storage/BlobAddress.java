package io.cofferdam.logs.azure.storage;

import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Which container and blob a request was about.
///
/// @param key empty for the container or the account itself
/// @param version version or snapshot time, or empty
/// @param signed whether the address carries a shared-access signature; it is never kept
record BlobAddress(ResourceId store, String key, String version, boolean signed) {

  /// From the requested address, the account's name and the `/account/container/blob` path that
  /// the log gives beside it; either may be empty.
  static BlobAddress of(String uri, String account, String objectKey) {
    var question = uri.indexOf('?');
    var query = question < 0 ? "" : uri.substring(question + 1);
    var address = question < 0 ? uri : uri.substring(0, question);
    var scheme = address.indexOf("://");
    var rest = scheme < 0 ? "" : address.substring(scheme + 3);
    var slash = rest.indexOf('/');
    var host = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
    var colon = host.indexOf(':');
    host = colon < 0 ? host : host.substring(0, colon);
    var path = slash < 0 ? "" : decoded(rest.substring(slash + 1));
    var name = account.toLowerCase(Locale.ROOT);
    if (path.isEmpty() && !objectKey.isEmpty()) {
      path = withoutAccount(objectKey, name);
    }
    var domain = ".blob.core.windows.net";
    var dot = host.indexOf('.');
    if (dot > 0) {
      name = name.isEmpty() ? host.substring(0, dot) : name;
      domain = domain(host.substring(dot), name, host);
    }
    var split = path.indexOf('/');
    var container = split < 0 ? path : path.substring(0, split);
    var key = split < 0 ? "" : path.substring(split + 1);
    if (split < 0 && !container.isEmpty() && query.isEmpty() && objectKey.contains("$root")) {
      key = container; // blobs of the root container stand right below the account
      container = "$root";
    }
    var store = "https://" + name + domain;
    return new BlobAddress(
        container.isEmpty()
            ? new ResourceId(ResourceKind.AZURE_STORAGE_ACCOUNT, store)
            : new ResourceId(ResourceKind.AZURE_CONTAINER, store + "/" + container),
        key,
        decoded(parameter(query, "versionid") + parameter(query, "snapshot")),
        !parameter(query, "sig").isEmpty());
  }

  /// All endpoints of an account count as its blob endpoint; other clouds keep their domain.
  private static String domain(String hostRest, String name, String host) {
    if (!host.startsWith(name + ".")) {
      return ".blob.core.windows.net"; // the company's own domain in front of the account
    }
    var core = hostRest.indexOf(".core.");
    return core < 0 ? ".blob.core.windows.net" : ".blob" + hostRest.substring(core);
  }

  private static String withoutAccount(String objectKey, String account) {
    var path = objectKey.replace("\"", "");
    path = path.startsWith("/") ? path.substring(1) : path;
    return path.toLowerCase(Locale.ROOT).startsWith(account + "/")
        ? path.substring(account.length() + 1)
        : path.equalsIgnoreCase(account) ? "" : path;
  }

  private static String parameter(String query, String name) {
    for (var pair : query.split("&", -1)) {
      if (pair.regionMatches(true, 0, name + "=", 0, name.length() + 1)) {
        return pair.substring(name.length() + 1);
      }
    }
    return "";
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(bytes.length);
    for (var i = 0; i < bytes.length; i++) {
      var high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      var low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
