package io.cofferdam.posture.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.access.aws.estate.Account;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.estate.reading.EstateReader;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An estate of which single resources, or the public access blocks of accounts, are other ones.
///
/// @param changed ARNs of the resources on which verdicts may be other ones
record EstateChange(Estate estate, Set<String> changed) {
  EstateChange {
    changed = Set.copyOf(changed);
  }

  /// Empty where the change bears on more than single resources, or cannot be read.
  static Optional<EstateChange> of(Estate estate, ResourceTexts texts, Change change) {
    var gathered = new Gathered(estate, texts);
    for (var each : change.touched()) {
      if (!gathered.add(each)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new EstateChange(
            estate.with(gathered.accounts, gathered.resources, gathered.gone), gathered.changed));
  }

  private static final class Gathered {
    private final Estate estate;
    private final ResourceTexts texts;
    private final List<Account> accounts = new ArrayList<>();
    private final List<EstateResource> resources = new ArrayList<>();
    private final Set<String> gone = new TreeSet<>();
    private final Set<String> changed = new TreeSet<>();

    Gathered(Estate estate, ResourceTexts texts) {
      this.estate = estate;
      this.texts = texts;
    }

    /// @return whether the change bears on nothing else
    boolean add(Change.Touched touched) {
      var resource = touched.resource();
      if (resource.type().startsWith("org-") || ResourceTexts.tellsOfOthers(resource)) {
        return false;
      }
      if (resource.type().equals(Inventory.ACCOUNT)) {
        return touched.before().isPresent()
            && touched.after().isPresent()
            && account(touched.before().get(), touched.after().get());
      }
      if (resource.type().equals("kms-key") && !same(touched, "aliases")) {
        return false;
      }
      var was = touched.before().flatMap(texts::write);
      var is = touched.after().flatMap(texts::write);
      if (was.equals(is)) {
        return true;
      }
      changed.add(resource.id());
      if (is.isEmpty()) {
        gone.add(resource.id());
        return true;
      }
      var read = read(is.get());
      read.ifPresent(resources::add);
      return read.isPresent();
    }

    private static boolean same(Change.Touched touched, String fact) {
      return Objects.equals(
          touched.before().map(each -> each.fact(fact)),
          touched.after().map(each -> each.fact(fact)));
    }

    private static Optional<EstateResource> read(ObjectNode json) {
      var text = JsonNodeFactory.instance.objectNode();
      text.putArray("resources").add(json);
      return EstateReader.read(text.toString())
          .asOptional()
          .map(Estate::resources)
          .map(all -> all.get(json.path("arn").asText()));
    }

    /// Of an account only its public access block may be another one.
    private boolean account(Resource before, Resource after) {
      for (var fact : List.of("identities", "organisation")) {
        if (!before.fact(fact).equals(after.fact(fact))
            || !before.gapsOf(List.of(fact)).equals(after.gapsOf(List.of(fact)))) {
          return false;
        }
      }
      var block = EstateTexts.block(after);
      if (block.equals(EstateTexts.block(before))) {
        return true;
      }
      var known = estate.accounts().get(after.account());
      var read = account(after.account(), block);
      if (known == null || read.isEmpty()) {
        return false;
      }
      accounts.add(
          new Account(
              known.id(),
              known.name(),
              known.place(),
              read.get().publicAccessBlock(),
              known.canonicalId(),
              known.principalsKnown()));
      for (var resource : estate.resources().values()) {
        if (resource.account().equals(known.id())
            && resource.detail() instanceof ResourceDetail.Bucket) {
          changed.add(resource.arn());
        }
      }
      return true;
    }

    private static Optional<Account> account(String id, Optional<JsonNode> block) {
      var text = JsonNodeFactory.instance.objectNode();
      var json = text.putArray("accounts").addObject().put("id", id);
      block.ifPresent(each -> json.set("publicAccessBlock", each));
      return EstateReader.read(text.toString())
          .asOptional()
          .map(Estate::accounts)
          .map(all -> all.get(id));
    }
  }
}
