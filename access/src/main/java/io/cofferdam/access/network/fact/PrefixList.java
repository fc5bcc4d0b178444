package io.cofferdam.access.network.fact;

import java.util.List;

/// A list of blocks under a name, of the customer or of the provider.
public record PrefixList(String id, String name, List<String> blocks) implements Fact {
  public PrefixList {
    blocks = List.copyOf(blocks);
  }
}
