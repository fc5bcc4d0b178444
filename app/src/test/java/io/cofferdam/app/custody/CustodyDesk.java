package io.cofferdam.app.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.cli.Ran;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A case of three invented people with keys, in a folder, worked on from the command line.
final class CustodyDesk {
  private final Path folder;
  private final String id;
  private Instant now;

  CustodyDesk(Path folder, Instant now) {
    this.folder = folder;
    this.now = now;
    var opened = ran("mara", "case", "open", "a public bucket");
    assertThat(opened.code()).as(opened.err()).isZero();
    id = opened.out().substring(0, opened.out().indexOf(':'));
    for (var person : List.of("mara", "tomas", "ines")) {
      ran("mara", "case", "key", key(person));
      var enrolled =
          ran(
              "mara",
              "case",
              "enrol",
              id,
              person,
              "--role",
              "forensics",
              "--public-key",
              key(person) + ".vkey");
      assertThat(enrolled.code()).as(enrolled.err()).isZero();
    }
  }

  String id() {
    return id;
  }

  String key(String person) {
    return folder.resolve(person + ".pem").toString();
  }

  void at(Instant time) {
    now = time;
  }

  /// Runs a command as somebody.
  Ran ran(String person, String... words) {
    var all = new ArrayList<>(List.of(words));
    if (!(words[0].equals("case") && List.of("key", "verify").contains(words[1]))) {
      all.addAll(List.of("--by", person));
    }
    return Ran.program(Clock.fixed(now, ZoneOffset.UTC), folder, all.toArray(String[]::new));
  }

  /// The same with the person's key.
  Ran signed(String person, String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--sign-with", key(person)));
    return ran(person, all.toArray(String[]::new));
  }

  Ran capture(String person, Path fetched) {
    return signed(person, "case", "capture", id, fetched.toString(), "--kept-at", "safe 2");
  }

  Ran hand(String from, String to) {
    return signed(from, "case", "custody", "hand", id, "E1", "--to", to);
  }

  Ran receive(String person, Path held) {
    return signed(
        person, "case", "custody", "receive", id, "E1", held.toString(), "--kept-at", "disk 7");
  }

  Ran show() {
    return ran("mara", "case", "custody", "show", id, "E1");
  }

  /// Changes the store behind the program's back.
  void change(String sql) throws Exception {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/cases.db"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
