package io.cofferdam.model.datamap;

import io.cofferdam.model.time.Window;

/// The word of a named person that the inputs hold every entry of a log that nothing else can prove
/// complete: Azure has no digest files.
///
/// What rests on it is decided only as far as the word is true, and every answer says whose it is.
///
/// @param about the subscription id; for storage writes the account's blob endpoint,
///     `https://ACCOUNT.blob.core.windows.net`; lower case
/// @param span from the first instant that the export covers to the last
/// @param by who says so
public record CompleteLog(Log log, String about, Window span, String by) {

  /// Which log.
  public enum Log {
    /// The Activity log of a subscription: every change made through Azure Resource Manager.
    AZURE_ACTIVITY("azure-activity"),
    /// The storage logs of a storage account, category `StorageWrite`: changes made through the
    /// account's own endpoint.
    AZURE_STORAGE_WRITES("azure-storage-writes");

    private final String word;

    Log(String word) {
      this.word = word;
    }

    /// As the data map writes it.
    public String word() {
      return word;
    }
  }
}
