package io.cofferdam.drill.world;

import java.util.List;

/// The data subjects: where each one truly lives, and what the company's register says.
///
/// @param keys keyed hashes, as the subject index names them
/// @param home true country; `told` the country in the register, `ZZ` where it has none
public record People(List<String> keys, List<String> home, List<String> told) {
  public static final String UNRESOLVED = "ZZ";

  public People {
    keys = List.copyOf(keys);
    home = List.copyOf(home);
    told = List.copyOf(told);
  }

  public int size() {
    return keys.size();
  }

  public boolean resolved(int person) {
    return !told.get(person).equals(UNRESOLVED);
  }
}
