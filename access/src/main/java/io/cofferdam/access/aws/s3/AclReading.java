package io.cofferdam.access.aws.s3;

import io.cofferdam.access.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads access control lists in the shapes that logs carry. One line that is not understood
/// makes the whole list unreadable: it might be the one that opens.
final class AclReading {
  private static final String UNKNOWN_GRANT = "an ACL grant that is not understood";

  private AclReading() {}

  static S3Reading<Acl> read(Json.Members members, String owner) {
    Json canned = S3Configuration.get(members, "x-amz-acl");
    if (canned != null) {
      return canned(first(canned), owner);
    }
    List<AclGrant> grants = new ArrayList<>();
    if (headers(members, grants)) {
      return new S3Reading.Read<>(new Acl(owner, grants));
    }
    Json.Members list =
        S3Configuration.get(members, "AccessControlPolicy") instanceof Json.Members policy
            ? policy
            : members;
    Json lines = lines(list);
    if (lines == null) {
      return new S3Reading.Unreadable<>(
          "no ACL in the JSON [x-amz-acl, Grants, AccessControlList]");
    }
    String listOwner = owner(list).orElse(owner);
    List<Json> items =
        lines instanceof Json.Items several
            ? several.list()
            : lines instanceof Json.Null ? List.of() : List.of(lines);
    for (Json line : items) {
      Optional<AclGrant> grant = line instanceof Json.Members one ? grant(one) : Optional.empty();
      if (grant.isEmpty()) {
        return new S3Reading.Unreadable<>(UNKNOWN_GRANT);
      }
      grants.add(grant.get());
    }
    return new S3Reading.Read<>(new Acl(listOwner, grants));
  }

  private static String first(Json json) {
    if (json instanceof Json.Items items) {
      return items.list().isEmpty() ? "" : items.list().get(0).scalar().orElse("");
    }
    return json.scalar().orElse("");
  }

  /// Canned ACLs (Amazon S3 User Guide, "Canned ACL").
  static S3Reading<Acl> canned(String name, String owner) {
    Acl own = Acl.ownerOnly(owner);
    return switch (name) {
      case "private", "bucket-owner-read", "bucket-owner-full-control", "aws-exec-read" ->
          new S3Reading.Read<>(own);
      case "public-read" -> with(own, Grantee.Group.ALL_USERS, AclPermission.READ);
      case "public-read-write" ->
          new S3Reading.Read<>(
              plus(
                  plus(own, Grantee.Group.ALL_USERS, AclPermission.READ),
                  Grantee.Group.ALL_USERS,
                  AclPermission.WRITE));
      case "authenticated-read" -> with(own, Grantee.Group.AUTHENTICATED_USERS, AclPermission.READ);
      case "log-delivery-write" ->
          new S3Reading.Read<>(
              plus(
                  plus(own, Grantee.Group.LOG_DELIVERY, AclPermission.WRITE),
                  Grantee.Group.LOG_DELIVERY,
                  AclPermission.READ_ACP));
      default -> new S3Reading.Unreadable<>("a canned ACL of unknown name");
    };
  }

  private static S3Reading<Acl> with(Acl acl, Grantee grantee, AclPermission permission) {
    return new S3Reading.Read<>(plus(acl, grantee, permission));
  }

  private static Acl plus(Acl acl, Grantee grantee, AclPermission permission) {
    List<AclGrant> grants = new ArrayList<>(acl.grants());
    grants.add(new AclGrant(grantee, permission));
    return new Acl(acl.owner(), grants);
  }

  /// Grants told by `x-amz-grant-...` headers; false when there is none. A grantee that is not
  /// understood is taken as an account we cannot name.
  private static boolean headers(Json.Members members, List<AclGrant> into) {
    Json.Members holder =
        S3Configuration.get(members, "accessControlList") instanceof Json.Members inner
                && inner.map().keySet().stream().anyMatch(AclReading::isGrantHeader)
            ? inner
            : members;
    boolean any = false;
    for (Map.Entry<String, Json> entry : holder.map().entrySet()) {
      if (isGrantHeader(entry.getKey())) {
        any = true;
        AclPermission permission =
            AclPermission.parse(
                    entry
                        .getKey()
                        .substring("x-amz-grant-".length())
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_'))
                .orElse(AclPermission.FULL_CONTROL);
        for (String one : first(entry.getValue()).split(",", -1)) {
          into.add(new AclGrant(header(one.strip()), permission));
        }
      }
    }
    return any;
  }

  private static boolean isGrantHeader(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("x-amz-grant-");
  }

  private static Grantee header(String pair) {
    int equals = pair.indexOf('=');
    String type = equals < 0 ? "" : pair.substring(0, equals).strip();
    String value = equals < 0 ? "" : pair.substring(equals + 1).strip().replace("\"", "");
    return switch (type) {
      case "uri" ->
          Grantee.Group.parse(value).map(Grantee.class::cast).orElseGet(Grantee.ByEmail::new);
      case "id" -> new Grantee.CanonicalUser(value);
      default -> new Grantee.ByEmail();
    };
  }

  private static @Nullable Json lines(Json.Members list) {
    for (String name : new String[] {"Grants", "grantList"}) {
      Json lines = S3Configuration.get(list, name);
      if (lines != null) {
        return lines;
      }
    }
    Json inner = S3Configuration.get(list, "AccessControlList");
    if (inner instanceof Json.Members members) {
      Json grant = S3Configuration.get(members, "Grant");
      return grant == null ? lines(members) : grant;
    }
    return inner;
  }

  private static Optional<String> owner(Json.Members list) {
    return S3Configuration.get(list, "Owner") instanceof Json.Members owner
        ? Optional.ofNullable(S3Configuration.get(owner, "ID")).flatMap(Json::scalar)
        : Optional.empty();
  }

  private static Optional<AclGrant> grant(Json.Members line) {
    Json permission = S3Configuration.get(line, "Permission");
    Json grantee = S3Configuration.get(line, "Grantee");
    if (permission == null || grantee == null) {
      return Optional.empty();
    }
    Optional<AclPermission> what = permission.scalar().flatMap(AclReading::permission);
    Optional<Grantee> who =
        grantee instanceof Json.Members members
            ? grantee(members)
            : grantee.scalar().flatMap(AclReading::groupByConfigName);
    return what.isPresent() && who.isPresent()
        ? Optional.of(new AclGrant(who.get(), what.get()))
        : Optional.empty();
  }

  /// `READ_ACP` in the S3 API, `ReadAcp` in AWS Config.
  private static Optional<AclPermission> permission(String text) {
    String plain = text.replace("_", "");
    for (AclPermission permission : AclPermission.values()) {
      if (permission.name().replace("_", "").equalsIgnoreCase(plain)) {
        return Optional.of(permission);
      }
    }
    return Optional.empty();
  }

  private static Optional<Grantee> groupByConfigName(String name) {
    return switch (name) {
      case "AllUsers" -> Optional.of(Grantee.Group.ALL_USERS);
      case "AuthenticatedUsers" -> Optional.of(Grantee.Group.AUTHENTICATED_USERS);
      case "LogDelivery" -> Optional.of(Grantee.Group.LOG_DELIVERY);
      default -> Optional.empty();
    };
  }

  private static Optional<Grantee> grantee(Json.Members members) {
    Json uri = S3Configuration.get(members, "URI");
    if (uri != null) {
      return uri.scalar().flatMap(Grantee.Group::parse).map(Grantee.class::cast);
    }
    Json id = S3Configuration.get(members, "ID");
    if (id != null) {
      return id.scalar().map(Grantee.CanonicalUser::new);
    }
    return S3Configuration.get(members, "EmailAddress") != null
        ? Optional.of(new Grantee.ByEmail())
        : Optional.empty();
  }
}
