package io.cofferdam.respond.spi;

import java.util.Optional;

/// The switch of a gateway before models: it says whether a route serves, and stops it at once. The
/// gateway implements it; every request that comes after [#set] was answered sees what was set, and
/// answers that are being streamed end.
public interface GatewaySwitch {
  /// The name that stands for all routes of the gateway, those of tomorrow too.
  String EVERY_ROUTE = "*";

  /// One route.
  ///
  /// @param name [#EVERY_ROUTE] for the gateway itself
  /// @param serving whether it answers requests; of the gateway itself, whether anything does
  /// @param revision grows with every change of it, whoever makes it
  record Route(String name, boolean serving, long revision) {}

  /// What the gateway answered.
  sealed interface Reply {}

  /// The route as it is, after the change where one was asked for.
  record Is(Route route) implements Reply {}

  /// There is no such route; nothing happened.
  record NoRoute() implements Reply {}

  /// Somebody changed it meanwhile; nothing happened.
  record Moved(Route route) implements Reply {}

  /// Who asks may not; nothing happened.
  ///
  /// @param why in words, without a secret
  record Denied(String why) implements Reply {}

  /// No answer, or none that tells; a change may have happened or not.
  record Silent(String why) implements Reply {}

  Reply read(String route);

  /// Sets whether a route serves.
  ///
  /// @param revision that it must still have; empty to set it in any case
  /// @param mark the case and act that ask for it, for the gateway's own record
  Reply set(String route, boolean serving, Optional<Long> revision, String mark);
}
