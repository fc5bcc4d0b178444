package io.cofferdam.respond.playbook;

import java.util.LinkedHashMap;
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
    var exported = members.get(ID);
    return exported == null
        ? Optional.ofNullable(members.get(SHORT)).map(DocNode.Entry::value)
        : Optional.of(shortNames(exported.value()));
  }

  /// CACAO allows no dashes in the names of properties: what leaves the program has underscores.
  private static DocNode shortNames(DocNode node) {
    if (!(node instanceof DocNode.Mapping mapping)) {
      return node;
    }
    var entries = new LinkedHashMap<String, DocNode.Entry>();
    mapping.entries().forEach((name, entry) -> entries.put(name.replace('_', '-'), entry));
    return new DocNode.Mapping(mapping.place(), entries);
  }
}
