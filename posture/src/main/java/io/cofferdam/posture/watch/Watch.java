package io.cofferdam.posture.watch;

import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.predicate.identity.ReadingShifts;
import io.cofferdam.posture.scene.Change;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Judges anew, of a scene that is held, what changes of single resources bear on.
///
/// Judged anew is: what changed itself; of the kinds that a control reasons about, resources that
/// mention what changed; principals who read other sensitive buckets than before, with their
/// accounts. Where an account changed, all of the account is; where only its public access block
/// did, what that bears on ([AccountBlock]). Where a trail did, the resources are of which a
/// control that asks trails ([AsksTrails]) now says something else: of the account, or
/// of all accounts where the trail is one of an organisation.
///
/// Not judged anew is what of other resources can merely no longer be told, because a fact of the
/// changed one is not known: one bucket whose tags are not known leaves open which data every role
/// reads. The one that changed tells it.
///
/// Cost: what is judged, and a look at each resource; the first change also what the whole scene is
/// judged by (the estate of the access engine, the network), which is kept from then on.
public final class Watch {
  private static final String TRAIL = "cloudtrail-trail";

  private final List<Control> controls;
  private final Evaluator evaluator;
  private final Scene scene;
  private final Set<String> reasoned;
  private final Evaluator askingTrails;

  public Watch(List<Control> controls, Scene scene) {
    this.controls = List.copyOf(controls);
    var predicates = new Predicates();
    this.evaluator = new Evaluator(this.controls, predicates);
    this.scene = scene;
    this.reasoned = new HashSet<>();
    var asking = new ArrayList<Control>();
    for (var control : this.controls) {
      if (control.met().isEmpty()) {
        reasoned.addAll(control.resources());
        if (predicates.named(control.predicate()) instanceof AsksTrails) {
          asking.add(control);
        }
      }
    }
    this.askingTrails = new Evaluator(asking, predicates);
  }

  /// The scene as it is.
  public Scene scene() {
    return scene;
  }

  /// Judges what a change bears on, before and after it.
  ///
  /// @param later the inventory after it
  /// @param touched the resources in which it differs from the inventory of the scene, before or
  ///     after
  public Rejudged after(Inventory later, List<Resource> touched) {
    var change = Change.between(scene.inventory(), later, touched);
    var was = chosen(scene, change);
    var next = scene.after(later, change);
    var is = chosen(next, change);
    var bearing = bearing(ReadingShifts.between(scene, next)).or(trailed(next, change));
    return new Rejudged(
        evaluator.evaluate(scene, was.or(bearing)),
        evaluator.evaluate(next, is.or(bearing)),
        new Watch(controls, next));
  }

  /// Principals who read other buckets, and their accounts.
  private static Predicate<Resource> bearing(Set<String> readers) {
    var accounts = new HashSet<String>();
    readers.stream()
        .map(arn -> arn.split(":", 6))
        .filter(fields -> fields.length == 6)
        .forEach(fields -> accounts.add(fields[4]));
    return resource ->
        readers.contains(resource.id())
            || (resource.type().equals(Inventory.ACCOUNT) && accounts.contains(resource.account()));
  }

  /// Resources of which a control that asks trails says something else than before.
  private Predicate<Resource> trailed(Scene next, Change change) {
    var accounts = new HashSet<String>();
    boolean everywhere = false;
    for (var touched : change.touched()) {
      var each = touched.resource();
      if (each.type().equals(TRAIL)) {
        accounts.add(each.account());
        everywhere |= each.fact("IsOrganizationTrail").asBoolean(false);
      }
    }
    if (accounts.isEmpty()) {
      return resource -> false;
    }
    boolean all = everywhere;
    Predicate<Resource> asked = resource -> all || accounts.contains(resource.account());
    var before = outcomes(askingTrails.evaluate(scene, asked));
    var other = new HashSet<String>();
    for (var finding : askingTrails.evaluate(next, asked)) {
      if (!finding.outcome().equals(before.get(key(finding)))) {
        other.add(key(finding.resource()));
      }
    }
    return resource -> other.contains(key(resource));
  }

  private static Map<String, Outcome> outcomes(List<Finding> findings) {
    var outcomes = new HashMap<String, Outcome>();
    findings.forEach(each -> outcomes.put(key(each), each.outcome()));
    return outcomes;
  }

  private static String key(Finding finding) {
    return finding.control().id() + "\n" + key(finding.resource());
  }

  private static String key(Resource resource) {
    return resource.type() + "\n" + resource.id();
  }

  private Predicate<Resource> chosen(Scene of, Change change) {
    var ids = new HashSet<String>();
    var names = new HashSet<String>();
    var whole = new HashSet<String>();
    var blocks = new HashSet<String>();
    for (var touched : change.touched()) {
      var each = touched.resource();
      ids.add(key(each));
      if (AccountBlock.isAllOf(touched)) {
        blocks.add(each.account());
        continue;
      }
      names.add(each.id());
      names.add(each.name());
      each.fact("aliases.Aliases").forEach(a -> names.add(a.path("AliasName").asText("")));
      if (each.type().equals(Inventory.ACCOUNT)) {
        whole.add(each.account());
      }
    }
    names.remove("");
    var mentioning = names.isEmpty() ? Set.<Resource>of() : Mentions.of(of).of(names);
    return resource ->
        ids.contains(key(resource))
            || (reasoned.contains(resource.type())
                && (whole.contains(resource.account())
                    || (blocks.contains(resource.account()) && AccountBlock.bearsOn(resource))
                    || mentioning.contains(resource)));
  }
}
