package io.cofferdam.model.datamap;

import java.util.List;

/// Says which objects hold whose data: one entry per object, subject and data class, built before
/// any incident. Subjects are keyed hashes, never names. It is streamed, because it can be large.
public interface SubjectIndex {

  /// One line of the index.
  ///
  /// @param store the store's resource id
  /// @param key the object's key
  /// @param version the object's version, or empty for any
  /// @param subject keyed hash of the subject
  /// @param country ISO country of residence, or `ZZ`
  /// @param dataClasses classes of data about the subject in the object
  /// @param rows rows about the subject in the object
  record Entry(
      String store,
      String key,
      String version,
      String subject,
      String country,
      List<String> dataClasses,
      long rows) {
    public Entry {
      dataClasses = List.copyOf(dataClasses);
    }
  }

  /// Calls `each` for every entry, in the order of the index.
  void forEach(java.util.function.Consumer<Entry> each);
}
