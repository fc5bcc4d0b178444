package io.cofferdam.posture.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Facts of a resource that is only planned. Of a live resource a member that is absent is known
/// not to be there; here that is so of the members named alone. All others are not known before the
/// plan is applied, and it is noted which of them a condition looked for, so that its answer can be
/// withheld.
///
/// Used by one thread at a time.
@SuppressWarnings("unchecked") // the library's own way of copying
public final class PlannedFacts extends ObjectNode {
  private static final long serialVersionUID = 1L;

  /// Read by everything that weighs a finding, never needed to judge one.
  private static final Set<String> TAGS = Set.of("tags", "Tags", "TagSet", "TagList");

  private final transient Set<String> absent;
  private final transient Map<String, String> unknown;
  private final transient Written where;
  private final transient Notebook notebook;

  /// What plans are written in.
  public enum Language {
    TERRAFORM,
    CLOUDFORMATION
  }

  /// Where a resource is written.
  ///
  /// @param file as the caller named it
  /// @param line from 1; 0 where the format does not tell
  /// @param address what the plan or template calls it
  /// @param language in which it is written
  public record Written(String file, int line, String address, Language language) {
    /// `shop.yaml:16`, or the file alone.
    public String place() {
      return line > 0 ? file + ":" + line : file;
    }
  }

  /// @param absent members that will not be there
  /// @param unknown members of which the plan says that they are not known yet, with why
  /// @param notebook shared by all facts of the inventory
  public PlannedFacts(
      ObjectNode known,
      Set<String> absent,
      Map<String, String> unknown,
      Written where,
      Notebook notebook) {
    super(JsonNodeFactory.instance);
    setAll(known);
    this.absent = Set.copyOf(absent);
    this.unknown = Map.copyOf(unknown);
    this.where = where;
    this.notebook = notebook;
  }

  Notebook notebook() {
    return notebook;
  }

  /// Where the resource is written, if it is a planned one.
  public static Optional<Written> where(Resource resource) {
    return resource.facts() instanceof PlannedFacts facts
        ? Optional.of(facts.where)
        : Optional.empty();
  }

  /// Whether a member is there, or known not to be.
  public boolean knows(String member) {
    return absent.contains(member) || TAGS.contains(member) || super.get(member) != null;
  }

  /// Why a member is not known.
  public String why(String member) {
    return unknown.getOrDefault(member, "is not told by the plan");
  }

  /// Forgets what was looked for in the whole inventory.
  public void forget() {
    notebook.forget();
  }

  /// What was looked for and is not known, with why, since it was last forgotten: here and in other
  /// resources of the plan.
  public List<String> missed() {
    return notebook.words(where.address());
  }

  /// The members that are not known, with why.
  public List<String> words(Collection<String> members) {
    var words = new TreeMap<String, String>();
    members.stream().filter(each -> !knows(each)).forEach(each -> words.put(each, why(each)));
    return words.entrySet().stream().map(e -> "`" + e.getKey() + "`: " + e.getValue()).toList();
  }

  private void note(String member) {
    if (!knows(member)) {
      notebook.note(new Notebook.Note(where.address(), words(List.of(member)).getFirst()));
    }
  }

  @Override
  @SuppressWarnings("NullAway") // the library's own contract: null where there is none
  public JsonNode get(String member) {
    note(member);
    return super.get(member);
  }

  @Override
  public JsonNode path(String member) {
    note(member);
    return super.path(member);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
