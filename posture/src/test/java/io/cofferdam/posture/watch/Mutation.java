package io.cofferdam.posture.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.spi.CallOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/// What may become of a resource.
enum Mutation {
  /// Everybody may read it.
  PUBLIC_POLICY {
    @Override
    Optional<Resource> of(Resource resource, Random random) {
      return with(resource, facts -> facts.put("policy", policy(resource, "\"*\"")));
    }
  },
  /// A role that is named in it may.
  NAMED_POLICY {
    @Override
    Optional<Resource> of(Resource resource, Random random) {
      var role = "arn:aws:iam::" + resource.account() + ":role/app-" + random.nextInt(6) + "-2";
      return with(
          resource, facts -> facts.put("policy", policy(resource, "{\"AWS\":\"" + role + "\"}")));
    }
  },
  /// Nobody may by a policy of its own.
  NO_POLICY {
    @Override
    Optional<Resource> of(Resource resource, Random random) {
      return with(resource, facts -> facts.remove("policy"));
    }
  },
  NO_BLOCK {
    @Override
    Optional<Resource> of(Resource resource, Random random) {
      return with(
          resource,
          facts -> facts.remove(resource.type().equals(Inventory.ACCOUNT) ? "s3-block" : "block"));
    }
  },
  STOPPED {
    @Override
    Optional<Resource> of(Resource resource, Random random) {
      return with(
          resource,
          facts -> {
            if (facts.path("status") instanceof ObjectNode status) {
              status.put("IsLogging", false);
            }
          });
    }
  },
  /// One of its facts is not there any more.
  LESS {
    @Override
    Optional<Resource> of(Resource resource, Random random) {
      return with(resource, facts -> facts.remove(one(resource, random)));
    }
  },
  /// One of its facts is not known any more.
  DARK {
    @Override
    Optional<Resource> of(Resource resource, Random random) {
      var gaps = new ArrayList<>(resource.gaps());
      gaps.add(new Gap(one(resource, random), "the state after it", "", CallOutcome.ABSENT, ""));
      return Optional.of(resource.with(resource.facts(), gaps));
    }
  },
  GONE {
    @Override
    Optional<Resource> of(Resource resource, Random random) {
      return Optional.empty();
    }
  };

  /// The resource as it is then; empty where it is no more.
  abstract Optional<Resource> of(Resource resource, Random random);

  private interface Edit {
    void on(ObjectNode facts);
  }

  private static Optional<Resource> with(Resource resource, Edit edit) {
    var facts = resource.facts().deepCopy();
    edit.on(facts);
    return Optional.of(resource.with(facts, resource.gaps()));
  }

  private static String one(Resource resource, Random random) {
    var names = new TreeSet<String>();
    resource.facts().fieldNames().forEachRemaining(names::add);
    return names.isEmpty() ? "none" : List.copyOf(names).get(random.nextInt(names.size()));
  }

  private static String policy(Resource resource, String principal) {
    var key = resource.type().equals("kms-key");
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
        + principal
        + ",\"Action\":\""
        + (key ? "kms:*" : "s3:GetObject")
        + "\",\"Resource\":\""
        + (key ? "*" : resource.id() + "/*")
        + "\"}]}";
  }
}
