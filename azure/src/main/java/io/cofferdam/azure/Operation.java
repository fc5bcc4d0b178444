package io.cofferdam.azure;

import java.util.Arrays;
import java.util.Optional;

/// What can be asked of Azure, and nothing else.
///
/// Sources: REST reference, Storage Resource Provider 2025-06-01; Blob Storage, "Get Container
/// ACL", "Set Container ACL".
enum Operation {
  GET_ACCOUNT(Service.STORAGE, "StorageAccounts_GetProperties", "GET", "", true),
  UPDATE_ACCOUNT(Service.STORAGE, "StorageAccounts_Update", "PATCH", "", false),
  REGENERATE_KEY(Service.STORAGE, "StorageAccounts_RegenerateKey", "POST", "/regenerateKey", false),
  LIST_CONTAINERS(
      Service.STORAGE, "BlobContainers_List", "GET", "/blobServices/default/containers", true),
  GET_CONTAINER_ACL(Service.BLOB, "GetContainerAcl", "GET", "", true),
  SET_CONTAINER_ACL(Service.BLOB, "SetContainerAcl", "PUT", "", false);

  /// Where it is asked.
  enum Service {
    /// Azure Resource Manager, of the storage resource provider.
    STORAGE("Microsoft.Storage"),
    /// The account's blob endpoint.
    BLOB("blob");

    private final String word;

    Service(String word) {
      this.word = word;
    }
  }

  private final Service service;
  private final String word;
  private final String method;
  private final String suffix;
  private final boolean reads;

  Operation(Service service, String word, String method, String suffix, boolean reads) {
    this.service = service;
    this.word = word;
    this.method = method;
    this.suffix = suffix;
    this.reads = reads;
  }

  static Optional<Operation> of(String service, String word) {
    return Arrays.stream(values())
        .filter(each -> each.service.word.equals(service) && each.word.equals(word))
        .findFirst();
  }

  Service service() {
    return service;
  }

  String method() {
    return method;
  }

  /// What follows the account's id in the path.
  String suffix() {
    return suffix;
  }

  boolean onlyReads() {
    return reads;
  }
}
