package io.cofferdam.store;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a store is.
public sealed interface StoreAddress {
  /// A SQLite file.
  record File(Path path) implements StoreAddress {}

  /// A database of a PostgreSQL server. The password is never part of it: the driver takes it from
  /// `~/.pgpass` or the file that `PGPASSFILE` names.
  ///
  /// @param query options of the driver, such as `sslmode=verify-full`
  record Postgres(String host, int port, String database, Optional<String> user, String query)
      implements StoreAddress {
    @Override
    public String toString() {
      return "postgresql://" + host + ":" + port + "/" + database;
    }

    boolean local() {
      return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }
  }

  /// Reads a file name or an address `postgresql://[user@]host[:port]/database[?options]`.
  ///
  /// @throws CofferdamException CFD-STORE-0001, CFD-STORE-0002
  static StoreAddress parse(String text) {
    var plain = text.strip();
    if (plain.startsWith("jdbc:")) {
      plain = plain.substring("jdbc:".length());
    }
    var lower = plain.toLowerCase(Locale.ROOT);
    if (lower.startsWith("postgresql:") || lower.startsWith("postgres:")) {
      return postgres(plain);
    }
    try {
      if (!plain.isEmpty() && !plain.contains("://") && !plain.contains("?")) {
        return new File(Path.of(plain).toAbsolutePath().normalize());
      }
    } catch (InvalidPathException e) {
      throw unknown("…", e);
    }
    throw unknown(plain, null);
  }

  private static StoreAddress postgres(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw unknown("postgresql:…", e); // it may hold a password
    }
    var user = Optional.ofNullable(uri.getUserInfo());
    var query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    if (user.filter(each -> each.contains(":")).isPresent()
        || List.of(query.toLowerCase(Locale.ROOT).split("&", -1)).stream()
            .anyMatch(each -> each.contains("password="))) {
      throw new CofferdamException(
          "CFD-STORE-0002",
          ErrorCategory.INVALID_INPUT,
          "the address of the store holds a password [none: other users see it in the list of"
              + " processes]",
          "put a line host:port:database:user:password into ~/.pgpass (mode 600), or into the file"
              + " that PGPASSFILE names");
    }
    var path = Optional.ofNullable(uri.getPath()).orElse("");
    if (uri.getHost() == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
      throw unknown("postgresql:…", null);
    }
    return new Postgres(
        uri.getHost(), uri.getPort() < 0 ? 5432 : uri.getPort(), path.substring(1), user, query);
  }

  private static CofferdamException unknown(String text, @Nullable Exception cause) {
    return new CofferdamException(
        "CFD-STORE-0001",
        ErrorCategory.INVALID_INPUT,
        "`" + text + "` is no store [a file without `?`, or postgresql://user@host:5432/database]",
        "leave --store out to keep cases in cases.db beside the program's key",
        cause == null ? new IllegalArgumentException(text) : cause);
  }
}
