package io.cofferdam.drill.world;

import org.jspecify.annotations.Nullable;

/// One request to a store, as it happened.
///
/// @param second seconds since 1970
/// @param object the object version it is about, null for listings and missing keys
/// @param key the key asked for; empty for listings
/// @param namesVersion whether the request names the version
/// @param from first byte sent; `to` one past the last; equal where no content is sent
/// @param bytes bytes sent in all, content or not
/// @param signedQuery whether the caller used a presigned URL
/// @param reader number of the outsider in the world's roster, or -1 for rightful traffic
/// @param salt what its ids are made of
public record Request(
    long second,
    Seat seat,
    Store store,
    Verb verb,
    @Nullable StoredObject object,
    String key,
    boolean namesVersion,
    long from,
    long to,
    int status,
    String error,
    long bytes,
    boolean signedQuery,
    int reader,
    long salt) {

  /// What a request does.
  public enum Verb {
    GET,
    HEAD,
    LIST,
    PUT,
    COPY
  }

  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /// Whether content of an object left the store.
  public boolean isRead() {
    return succeeded() && (verb == Verb.GET || verb == Verb.COPY) && object != null;
  }

  public boolean wholeObject() {
    return object != null && from == 0 && to == object.size();
  }
}
