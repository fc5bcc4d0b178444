package io.cofferdam.respond.cases;

import java.io.IOException;

/// Who made an event happen.
public sealed interface Actor {
  /// A person. Only what is signed proves that it was them.
  record Person(PersonId id) implements Actor {}

  /// A part of the program, such as `investigate` or `playbook`. It can neither approve nor decide
  /// who is on the case.
  record Machine(String name) implements Actor {}

  static Actor person(String id) {
    return new Person(new PersonId(id));
  }

  static Actor machine(String name) {
    return new Machine(name);
  }

  /// As it stands in an event: `person:mara.lind`, `machine:investigate`.
  default String text() {
    return switch (this) {
      case Person(var id) -> "person:" + id;
      case Machine(var name) -> "machine:" + name;
    };
  }

  /// Reads [#text()].
  ///
  /// @throws IOException where it is neither
  static Actor parse(String text) throws IOException {
    if (text.startsWith("person:")) {
      return person(text.substring("person:".length()));
    }
    if (text.startsWith("machine:")) {
      return machine(text.substring("machine:".length()));
    }
    throw new IOException("`" + text + "` is neither a person nor a machine");
  }
}
