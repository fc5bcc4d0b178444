package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.ContactKind;
import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.StepClass;
import io.cofferdam.respond.cases.Worded;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a playbook: CACAO 2.0 in JSON or YAML, with our extension. Ids of steps may be short, as
/// in `action--close-bucket`, where CACAO asks for a UUID. Gathers all flaws with their places.
///
/// Source: CACAO Security Playbooks 2.0, OASIS Committee Specification 01.
public final class PlaybookReader {
  private static final int MAX_STEPS = 500;
  private static final Pattern PLAYBOOK_ID = Pattern.compile("playbook--[a-z0-9-]{1,60}");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+){0,9}");
  static final Pattern VARIABLE = Pattern.compile("__[a-zA-Z_][a-zA-Z0-9_-]{0,199}__");
  private static final Set<String> OF_PLAYBOOK =
      Set.of(
          "type",
          "spec_version",
          "id",
          "name",
          "description",
          "playbook_types",
          "playbook_activities",
          "playbook_processing_summary",
          "created_by",
          "created",
          "modified",
          "revoked",
          "valid_from",
          "valid_until",
          "derived_from",
          "related_to",
          "priority",
          "severity",
          "impact",
          "industry_sectors",
          "labels",
          "external_references",
          "markings",
          "playbook_variables",
          "workflow_start",
          "workflow_exception",
          "workflow",
          "playbook_extensions",
          "authentication_info_definitions",
          "agent_definitions",
          "target_definitions",
          "extension_definitions",
          "data_marking_definitions",
          "signatures");
  private static final Set<String> OF_VARIABLE =
      Set.of("type", "description", "value", "constant", "external");
  private static final Set<String> OF_EXTENSION =
      Set.of("slug", "leak", "form", "contacts", "raci", "answers");
  private static final Set<String> OF_RACI =
      Set.of("accountable", "responsible", "consulted", "informed");

  private final List<Flaw> flaws = new ArrayList<>();

  private PlaybookReader() {}

  /// What came of reading.
  ///
  /// @param playbook absent where the document is none at all; where there are flaws it is there
  ///     to be checked further, never to be run
  public record Reading(Optional<Playbook> playbook, List<Flaw> flaws) {
    public Reading {
      flaws = flaws.stream().sorted().toList();
    }
  }

  /// Reads one document.
  ///
  /// @param file its name, for the places of flaws
  public static Reading read(String file, String text) {
    var reader = new PlaybookReader();
    var playbook = DocReader.read(file, text, reader.flaws).map(reader::playbook);
    return new Reading(playbook, reader.flaws);
  }

  private Playbook playbook(DocNode root) {
    var it = Fields.of(root, "the playbook", OF_PLAYBOOK, flaws);
    fixed(it, "type", "playbook");
    fixed(it, "spec_version", "cacao-2.0");
    var id = it.required("id");
    if (!id.isEmpty() && !PLAYBOOK_ID.matcher(id).matches()) {
      it.flaw("id", FlawKind.WRONG_ID, "`" + Shown.of(id) + "` [playbook-- and a UUID]", "");
    }
    for (var each : List.of("created_by", "created", "modified")) {
      it.required(each);
    }
    var extension =
        Fields.of(
            Extension.in(it, "playbook_extensions")
                .orElseGet(() -> new DocNode.Mapping(it.place(), Map.of())),
            "the extension of the playbook",
            OF_EXTENSION,
            flaws);
    var slug = extension.optionalText("slug").orElse(id);
    if (extension.has("slug") && !SLUG.matcher(slug).matches()) {
      extension.flaw(
          "slug", FlawKind.WRONG_ID, "`" + Shown.of(slug) + "` [lower case, digits, dashes]", "");
    }
    var steps = new StepReader(flaws).read(it.members("workflow"), MAX_STEPS);
    if (!it.has("workflow")) {
      it.flaw("workflow", FlawKind.MISSING_FIELD, "the playbook has no `workflow` [its steps]", "");
    }
    return new Playbook(
        id,
        slug,
        it.required("name"),
        it.text("description"),
        extension.text("leak"),
        extension.text("form"),
        it.text("modified"),
        it.truth("revoked").orElse(false),
        List.copyOf(extension.words(ContactKind.class, "contacts")),
        raci(extension),
        variables(it, extension),
        named(it.members("agent_definitions")),
        named(it.members("target_definitions")),
        it.required("workflow_start"),
        it.optionalText("workflow_exception"),
        steps,
        it.place(),
        root.json().canonical());
  }

  private void fixed(Fields it, String name, String value) {
    var text = it.required(name);
    if (!text.isEmpty() && !text.equals(value)) {
      it.flaw(
          name,
          FlawKind.WRONG_VALUE,
          "`" + name + "` is `" + Shown.of(text) + "` [" + value + "]",
          "");
    }
  }

  private Map<String, Variable> variables(Fields it, Fields extension) {
    var answers = new LinkedHashMap<String, List<String>>();
    var asked =
        extension.node("answers").orElseGet(() -> new DocNode.Mapping(it.place(), Map.of()));
    var names = Fields.of(asked, "`answers`", Set.of(), flaws);
    extension.members("answers").forEach((name, _) -> answers.put(name, names.texts(name)));
    var variables = new LinkedHashMap<String, Variable>();
    it.members("playbook_variables")
        .forEach(
            (name, entry) -> {
              if (!VARIABLE.matcher(name).matches()) {
                flaws.add(
                    new Flaw(
                        entry.key(),
                        FlawKind.WRONG_ID,
                        "variable `" + Shown.of(name) + "` [two underscores on either side]",
                        ""));
              }
              var found = answers.remove(name);
              variables.put(name, variable(name, entry, found == null ? List.of() : found));
            });
    answers.forEach(
        (name, _) ->
            names.flaw(
                name,
                FlawKind.UNDEFINED_VARIABLE,
                "`answers` names `" + Shown.of(name) + "` [a variable of the playbook]",
                ""));
    return variables;
  }

  private Variable variable(String name, DocNode.Entry entry, List<String> answers) {
    var it = Fields.of(entry.value(), "variable `" + Shown.of(name) + "`", OF_VARIABLE, flaws);
    var value =
        it.node("value")
            .filter(each -> each instanceof DocNode.Scalar s && s.kind() != DocNode.Kind.NOTHING)
            .flatMap(_ -> it.optionalText("value"));
    return new Variable(
        name,
        it.required("type"),
        it.text("description"),
        value,
        it.truth("constant").orElse(false),
        it.truth("external").orElse(false),
        answers,
        entry.key());
  }

  private Map<StepClass, RaciRule> raci(Fields extension) {
    var raci = new EnumMap<StepClass, RaciRule>(StepClass.class);
    extension
        .members("raci")
        .forEach(
            (word, entry) -> {
              var step = Worded.named(StepClass.class, word);
              if (step.isEmpty()) {
                flaws.add(
                    new Flaw(
                        entry.key(),
                        FlawKind.WRONG_VALUE,
                        "`raci` names `"
                            + Shown.of(word)
                            + "` ["
                            + String.join(", ", Worded.words(StepClass.class))
                            + "]",
                        ""));
                return;
              }
              var it = Fields.of(entry.value(), "the row `" + word + "` of `raci`", OF_RACI, flaws);
              if (!it.has("accountable")
                  || !(it.node("accountable").orElseThrow() instanceof DocNode.Scalar)) {
                it.flaw(
                    "accountable",
                    FlawKind.NOBODY_ACCOUNTABLE,
                    "the row `" + word + "` of `raci` names not one who is accountable [one role]",
                    "name exactly one; the others are responsible, consulted or informed");
                return;
              }
              it.word(Role.class, "accountable")
                  .ifPresent(
                      accountable ->
                          raci.put(
                              step.get(),
                              new RaciRule(
                                  step.get(),
                                  accountable,
                                  it.words(Role.class, "responsible"),
                                  it.words(Role.class, "consulted"),
                                  it.words(Role.class, "informed"),
                                  entry.key())));
            });
    return raci;
  }

  private Map<String, String> named(Map<String, DocNode.Entry> definitions) {
    var names = new LinkedHashMap<String, String>();
    definitions.forEach(
        (id, entry) ->
            names.put(
                id,
                Fields.of(entry.value(), "`" + Shown.of(id) + "`", Set.of(), flaws)
                    .optionalText("name")
                    .orElse(id)));
    return names;
  }
}
