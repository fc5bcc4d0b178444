package io.cofferdam.azure;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/// Where Azure is asked. Over HTTPS; plain HTTP goes to this machine alone, where stand-ins listen.
///
/// @param management Azure Resource Manager
/// @param blob a blob service asked instead of Azure's, which has the account as the first part of
///     its paths; empty: `https://ACCOUNT.blob.core.windows.net`
public record AzureEndpoints(URI management, Optional<URI> blob) {
  /// The public cloud of Azure.
  public static final AzureEndpoints PUBLIC =
      new AzureEndpoints(URI.create("https://management.azure.com"), Optional.empty());

  public AzureEndpoints {
    check(management);
    blob.ifPresent(AzureEndpoints::check);
  }

  private static void check(URI endpoint) {
    if (!usable(endpoint)) {
      throw new IllegalArgumentException(
          "`" + endpoint + "` is no place to ask Azure [https://HOST, or http:// on this machine]");
    }
  }

  /// Whether requests with a token may be sent there.
  public static boolean usable(URI endpoint) {
    return endpoint.getHost() != null
        && endpoint.getUserInfo() == null
        && endpoint.getRawQuery() == null
        && ("https".equals(endpoint.getScheme())
            || ("http".equals(endpoint.getScheme()) && loopback(endpoint.getHost())));
  }

  private static boolean loopback(String host) {
    try {
      return host.matches("localhost|127\\.[0-9.]+|\\[::1\\]")
          && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException none) {
      return false;
    }
  }

  /// The path and host of a container.
  URI container(String account, String container) {
    return blob.isPresent()
        ? blob.get().resolve("/" + account + "/" + container)
        : URI.create("https://" + account + ".blob.core.windows.net/" + container);
  }

  /// Whether a later part of an answer may be fetched from there with the same token: the host that
  /// was asked, or one of Azure Resource Manager's own.
  boolean ofManagement(URI next) {
    var host = next.getHost();
    if (host == null || next.getUserInfo() != null || !next.isAbsolute()) {
      return false;
    }
    return (host.equalsIgnoreCase(management.getHost())
            && next.getPort() == management.getPort()
            && management.getScheme().equalsIgnoreCase(next.getScheme()))
        || (management.equals(PUBLIC_MANAGEMENT)
            && "https".equalsIgnoreCase(next.getScheme())
            && next.getPort() == -1
            && host.toLowerCase(java.util.Locale.ROOT).endsWith(".management.azure.com"));
  }

  private static final URI PUBLIC_MANAGEMENT = URI.create("https://management.azure.com");
}
