package io.cofferdam.access.aws.estate.reading;

import io.cofferdam.access.aws.estate.Account;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamGroup;
import io.cofferdam.access.aws.estate.Organisation;
import io.cofferdam.access.aws.estate.VpcEndpoint;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has been read so far, of one or several texts.
final class Collected {
  @Nullable Part<Organisation> organisation;
  final Map<String, Account> accounts = new HashMap<>();
  final Map<String, EstatePrincipal> principals = new HashMap<>();
  final Map<String, IamGroup> groups = new HashMap<>();
  final Map<String, EstateResource> resources = new HashMap<>();
  final List<VpcEndpoint> endpoints = new ArrayList<>();

  /// Puts what may come only once.
  static <T> void once(Map<String, T> into, String key, T value, Node node) {
    if (into.putIfAbsent(key, value) != null) {
      node.problems().error("CFD-ACCESS-0405", node, "told twice: " + Node.shortened(key));
    }
  }

  Estate estate() {
    Part<Organisation> known = organisation;
    return new Estate(
        known == null ? Part.unknown("the organisation is not in the snapshot") : known,
        accounts,
        principals,
        groups,
        resources,
        endpoints);
  }
}
