package io.cofferdam.respond.playbook;

import java.util.Optional;

/// The name of our extension to CACAO. Documents that people write may use the short name; what
/// leaves the program has the long one.
public final class Extension {
  /// The id of the extension definition; its schema is `extension.schema.json` of the catalogue.
  public static final String ID = "extension-definition--6f1c2a5e-7d3b-4c1e-9a44-0b5d3e7f2a11";

  /// What may stand for it.
  public static final String SHORT = "cofferdam";

  private Extension() {}

  /// Our part of a playbook's or step's extensions; those of others are let be.
  static Optional<DocNode> in(Fields fields, String name) {
    var members = fields.members(name);
    var entry = members.containsKey(ID) ? members.get(ID) : members.get(SHORT);
    return Optional.ofNullable(entry).map(DocNode.Entry::value);
  }
}
