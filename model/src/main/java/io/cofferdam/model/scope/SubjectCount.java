package io.cofferdam.model.scope;

import io.cofferdam.model.Reason;
import java.util.List;

/// How many data subjects of one country had data of one class taken.
///
/// @param country ISO 3166-1 alpha-2 in upper case, or [#UNRESOLVED]
/// @param dataClass the data map's word for the class
/// @param because how each of the three numbers came about
public record SubjectCount(String country, String dataClass, Bounds people, List<Reason> because) {
  /// Residence not known; such people are added to the upper bound of every plausible country.
  public static final String UNRESOLVED = "ZZ";

  public SubjectCount {
    because = List.copyOf(because);
  }
}
