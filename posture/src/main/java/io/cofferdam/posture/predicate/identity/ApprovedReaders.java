package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Who is meant to read a bucket, as the data map declares it. Of a bucket with several stores
/// whoever may read one of them may read the bucket: policies are asked for the bucket as a whole.
///
/// @param patterns ARNs, `*` allowed inside; accounts by number; services by name
record ApprovedReaders(List<String> patterns) {
  ApprovedReaders {
    patterns = List.copyOf(patterns);
  }

  /// Empty where the data map declares nobody for it.
  static Optional<ApprovedReaders> of(Scene scene, Resource bucket) {
    return Optional.ofNullable(
        scene.derived(Declared.class, Declared::of).byResource().get(bucket.id()));
  }

  /// Those of every resource for which somebody is declared.
  private record Declared(Map<String, ApprovedReaders> byResource) {
    static Declared of(Scene scene) {
      Map<String, List<String>> patterns = new HashMap<>();
      for (Store store : scene.map().stores()) {
        if (!store.readers().isEmpty()) {
          patterns
              .computeIfAbsent(store.resource().id(), _ -> new ArrayList<>())
              .addAll(store.readers());
        }
      }
      Map<String, ApprovedReaders> byResource = new HashMap<>();
      patterns.forEach((id, of) -> byResource.put(id, new ApprovedReaders(of)));
      return new Declared(byResource);
    }
  }

  boolean holds(String arn) {
    return patterns.stream()
        .anyMatch(each -> each.equals(account(arn)) || Pattern.glob(each).matches(arn));
  }

  /// The principals meant, one by one: those that a pattern names, of those there are.
  Set<String> named(Iterable<String> principals) {
    Set<String> named = new TreeSet<>();
    List<Pattern> wide = new ArrayList<>();
    for (var pattern : patterns) {
      if (pattern.indexOf('*') < 0) {
        named.add(pattern);
      }
      if (pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0) {
        wide.add(Pattern.glob(pattern));
      }
    }
    if (!wide.isEmpty()) {
      for (var arn : principals) {
        if (wide.stream().anyMatch(each -> each.matches(arn))) {
          named.add(arn);
        }
      }
    }
    return named;
  }

  private static String account(String arn) {
    var fields = arn.split(":", 6);
    return fields.length == 6 ? fields[4] : "";
  }
}
