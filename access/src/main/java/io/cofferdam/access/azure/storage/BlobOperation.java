package io.cofferdam.access.azure.storage;

import io.cofferdam.access.azure.rbac.AzureAction;
import java.util.List;
import java.util.Set;

/// Operations of blob storage and what each way of authorising needs.
///
/// Sources: REST reference, "Authorize with Microsoft Entra ID" (permissions for blob service
/// operations), "Create a service SAS", "Create an account SAS" (permissions by operation);
/// Microsoft Learn, "storage-auth-abac-attributes" (actions, suboperations),
/// "data-lake-storage-access-control" (lists). The letters of account signatures are from memory
/// of those tables.
public enum BlobOperation {
  GET_BLOB(Level.BLOB, "r", "r", 'o', PublicAccessLevel.BLOB, ListNeed.READ, Plane.DATA, "read"),
  LIST_BLOBS(
      Level.CONTAINER,
      "l",
      "l",
      'c',
      PublicAccessLevel.CONTAINER,
      ListNeed.LIST,
      Plane.DATA,
      "read"),
  /// Writes a blob that was not there.
  CREATE_BLOB(
      Level.BLOB, "cw", "cw", 'o', PublicAccessLevel.NONE, ListNeed.CREATE, Plane.DATA, "write"),
  /// Replaces a blob that was there.
  OVERWRITE_BLOB(
      Level.BLOB, "w", "w", 'o', PublicAccessLevel.NONE, ListNeed.WRITE, Plane.DATA, "write"),
  APPEND_BLOB(
      Level.BLOB, "aw", "aw", 'o', PublicAccessLevel.NONE, ListNeed.APPEND, Plane.DATA, "write"),
  DELETE_BLOB(
      Level.BLOB, "d", "d", 'o', PublicAccessLevel.NONE, ListNeed.DELETE, Plane.DATA, "delete"),
  SET_TIER(
      Level.BLOB, "w", "w", 'o', PublicAccessLevel.NONE, ListNeed.IMPOSSIBLE, Plane.DATA, "write"),
  READ_TAGS(
      Level.BLOB,
      "t",
      "t",
      'o',
      PublicAccessLevel.NONE,
      ListNeed.IMPOSSIBLE,
      Plane.DATA,
      "tags/read"),
  WRITE_TAGS(
      Level.BLOB,
      "t",
      "t",
      'o',
      PublicAccessLevel.NONE,
      ListNeed.IMPOSSIBLE,
      Plane.DATA,
      "tags/write"),
  SET_ACCESS_LIST(
      Level.BLOB,
      "p",
      "p",
      'o',
      PublicAccessLevel.NONE,
      ListNeed.OWNER,
      Plane.DATA,
      "modifyPermissions/action"),
  SET_OWNER(
      Level.BLOB,
      "o",
      "o",
      'o',
      PublicAccessLevel.NONE,
      ListNeed.IMPOSSIBLE,
      Plane.DATA,
      "manageOwnership/action"),
  GET_CONTAINER_PROPERTIES(
      Level.CONTAINER,
      "",
      "r",
      'c',
      PublicAccessLevel.CONTAINER,
      ListNeed.IMPOSSIBLE,
      Plane.CONTROL,
      "containers/read"),
  CREATE_CONTAINER(
      Level.CONTAINER,
      "",
      "cw",
      'c',
      PublicAccessLevel.NONE,
      ListNeed.IMPOSSIBLE,
      Plane.CONTROL,
      "containers/write"),
  DELETE_CONTAINER(
      Level.CONTAINER,
      "",
      "d",
      'c',
      PublicAccessLevel.NONE,
      ListNeed.IMPOSSIBLE,
      Plane.CONTROL,
      "containers/delete"),
  /// Reads the public access level and the stored access policies by the blob endpoint.
  GET_CONTAINER_ACL(
      Level.CONTAINER,
      "",
      "",
      'c',
      PublicAccessLevel.NONE,
      ListNeed.IMPOSSIBLE,
      Plane.CONTROL,
      "containers/getAcl/action"),
  SET_CONTAINER_ACL(
      Level.CONTAINER,
      "",
      "",
      'c',
      PublicAccessLevel.NONE,
      ListNeed.IMPOSSIBLE,
      Plane.CONTROL,
      "containers/setAcl/action"),
  LIST_CONTAINERS(
      Level.ACCOUNT,
      "",
      "l",
      's',
      PublicAccessLevel.NONE,
      ListNeed.IMPOSSIBLE,
      Plane.CONTROL,
      "containers/read"),
  GET_USER_DELEGATION_KEY(
      Level.ACCOUNT,
      "",
      "",
      's',
      PublicAccessLevel.NONE,
      ListNeed.IMPOSSIBLE,
      Plane.CONTROL,
      "generateUserDelegationKey/action");

  private enum Plane {
    CONTROL,
    DATA
  }

  /// What the operation is on.
  public enum Level {
    ACCOUNT,
    CONTAINER,
    BLOB
  }

  /// What access lists of a hierarchical namespace must give.
  public enum ListNeed {
    READ,
    LIST,
    CREATE,
    WRITE,
    APPEND,
    DELETE,
    /// Being the owner.
    OWNER,
    /// No list can give it.
    IMPOSSIBLE
  }

  /// Held by super-users of hierarchical namespaces.
  public static final AzureAction RUN_AS_SUPER_USER = data("runAsSuperUser/action");

  private final Level level;
  private final String sasLetters;
  private final String accountSasLetters;
  private final char resourceType;
  private final PublicAccessLevel anonymous;
  private final ListNeed listNeed;
  private final Plane plane;
  private final String action;

  BlobOperation(
      Level level,
      String sasLetters,
      String accountSasLetters,
      char resourceType,
      PublicAccessLevel anonymous,
      ListNeed listNeed,
      Plane plane,
      String action) {
    this.level = level;
    this.sasLetters = sasLetters;
    this.accountSasLetters = accountSasLetters;
    this.resourceType = resourceType;
    this.anonymous = anonymous;
    this.listNeed = listNeed;
    this.plane = plane;
    this.action = action;
  }

  private static AzureAction data(String name) {
    return AzureAction.data(
        "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/" + name);
  }

  public Level level() {
    return level;
  }

  /// Letters of which one suffices in a service or user delegation signature; empty for never.
  public String sasLetters() {
    return sasLetters;
  }

  /// Letters of which one suffices in an account signature; empty for never.
  public String accountSasLetters() {
    return accountSasLetters;
  }

  /// The letter of `srt` that an account signature needs: service, container, object.
  public char resourceType() {
    return resourceType;
  }

  /// The least level at which a request without credentials may do it; NONE for never.
  public PublicAccessLevel anonymous() {
    return anonymous;
  }

  public ListNeed listNeed() {
    return listNeed;
  }

  /// Actions of which one suffices.
  public List<AzureAction> actions() {
    return switch (plane) {
      case CONTROL ->
          List.of(AzureAction.control("Microsoft.Storage/storageAccounts/blobServices/" + action));
      case DATA ->
          this == CREATE_BLOB || this == APPEND_BLOB
              ? List.of(data(action), data("add/action"))
              : List.of(data(action));
    };
  }

  /// Suboperations that conditions can name.
  public Set<String> subOperations() {
    return switch (this) {
      case LIST_BLOBS -> Set.of("Blob.List");
      case SET_TIER -> Set.of("Blob.Write.Tier");
      case GET_BLOB,
          CREATE_BLOB,
          OVERWRITE_BLOB,
          APPEND_BLOB,
          DELETE_BLOB,
          READ_TAGS,
          WRITE_TAGS,
          SET_ACCESS_LIST,
          SET_OWNER,
          GET_CONTAINER_PROPERTIES,
          CREATE_CONTAINER,
          DELETE_CONTAINER,
          GET_CONTAINER_ACL,
          SET_CONTAINER_ACL,
          LIST_CONTAINERS,
          GET_USER_DELEGATION_KEY ->
          Set.of();
    };
  }
}
