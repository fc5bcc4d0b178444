package io.cofferdam.app.investigate;

import io.cofferdam.access.aws.condition.Addresses;
import java.util.List;

/// Tells addresses of the internet from private ones and from the company's own.
final class InternetAddresses {
  /// Ranges that no router of the internet forwards (IANA special-purpose address registries).
  private static final List<Addresses> PRIVATE =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "224.0.0.0/3",
              "::/127",
              "fc00::/7",
              "fe80::/10",
              "ff00::/8")
          .stream()
          .map(text -> Addresses.parse(text).orElseThrow())
          .toList();

  private InternetAddresses() {}

  /// Whether there are addresses, and each is one of the internet outside of these networks; a name
  /// in place of an address is not.
  static boolean all(List<String> addresses, List<String> own) {
    var networks = own.stream().flatMap(n -> Addresses.parse(n).stream()).toList();
    return !addresses.isEmpty()
        && addresses.stream()
            .allMatch(
                text ->
                    Addresses.parse(text)
                        .filter(a -> PRIVATE.stream().noneMatch(r -> r.contains(a)))
                        .filter(a -> networks.stream().noneMatch(r -> r.contains(a)))
                        .isPresent());
  }
}
