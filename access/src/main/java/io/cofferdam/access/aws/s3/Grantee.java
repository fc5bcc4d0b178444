package io.cofferdam.access.aws.s3;

import java.util.Optional;

/// To whom an access control list grants.
public sealed interface Grantee {

  /// An account, or a CloudFront origin access identity, by its canonical user id.
  record CanonicalUser(String id) implements Grantee {}

  /// An account by its 12-digit number, as canned ACLs and some logs tell it.
  record Account(String id) implements Grantee {}

  /// An account named by the e-mail address of its root user; the address is not kept.
  record ByEmail() implements Grantee {}

  /// A group that Amazon predefines.
  enum Group implements Grantee {
    ALL_USERS("http://acs.amazonaws.com/groups/global/AllUsers"),
    AUTHENTICATED_USERS("http://acs.amazonaws.com/groups/global/AuthenticatedUsers"),
    LOG_DELIVERY("http://acs.amazonaws.com/groups/s3/LogDelivery");

    private final String uri;

    Group(String uri) {
      this.uri = uri;
    }

    public String uri() {
      return uri;
    }

    public static Optional<Group> parse(String uri) {
      for (Group group : values()) {
        if (group.uri.equals(uri)) {
          return Optional.of(group);
        }
      }
      return Optional.empty();
    }
  }
}
