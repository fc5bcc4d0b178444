package io.cofferdam.respond.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each mistake planted alone into a playbook without any is found, at its line.
@Covers("R-01")
class PlantedFlawsTest {
  private static final String GATE =
      """
              gate:
                kind: approval
                quorum: 2
                from: [incident-lead, cloud-engineer]
                expires: PT1H
                escalate-to: executive
      """;

  /// @param name what was done wrong
  /// @param from text of the whole playbook that is replaced once
  record Planted(String name, FlawKind kind, String from, String to) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Planted> planted() {
    return List.of(
        new Planted("no document", FlawKind.NO_DOCUMENT, "type: playbook\n", "type: [playbook\n"),
        new Planted(
            "an alias", FlawKind.ALIAS, "name: A bucket is open", "name: &a x\ndescription: *a"),
        new Planted(
            "a key twice",
            FlawKind.DUPLICATE_KEY,
            "end--all: {type: end}",
            "end--all: {type: end}\n  end--closed: {type: end}"),
        new Planted(
            "an unknown field",
            FlawKind.UNKNOWN_FIELD,
            "done-when: they answered",
            "done-if: they answered"),
        new Planted(
            "an unknown field of CACAO",
            FlawKind.UNKNOWN_FIELD,
            "next_steps:",
            "next_step: x\n    next_steps:"),
        new Planted("a name missing", FlawKind.MISSING_FIELD, "name: A bucket is open\n", ""),
        new Planted(
            "a list for a text", FlawKind.WRONG_TYPE, "name: A bucket is open", "name: [A bucket]"),
        new Planted(
            "a phase that NIST has not",
            FlawKind.WRONG_VALUE,
            "phase: post-incident",
            "phase: panic"),
        new Planted("another version", FlawKind.WRONG_VALUE, "cacao-2.0", "cacao-1.0"),
        new Planted(
            "a delay that is no number", FlawKind.WRONG_VALUE, "delay: 60000", "delay: soon"),
        new Planted(
            "a script for a condition",
            FlawKind.WRONG_CONDITION,
            "\"__exposure__:value = 'open'\"",
            "\"exec('rm')\""),
        new Planted(
            "an id of another type",
            FlawKind.WRONG_ID,
            "end--closed: {type: end}",
            "end--closed: {type: end}\n  end--x: {type: start}"),
        new Planted(
            "two ways on",
            FlawKind.WRONG_WAY_ON,
            "on_success: end--call",
            "on_success: end--call\n    on_completion: end--call"),
        new Planted(
            "an end that goes on",
            FlawKind.WRONG_WAY_ON,
            "end--all: {type: end}",
            "end--all: {type: end, on_completion: action--look}"),
        new Planted(
            "withdrawn", FlawKind.REVOKED, "workflow_start:", "revoked: true\nworkflow_start:"),
        new Planted(
            "no start",
            FlawKind.WRONG_START,
            "workflow_start: start--begin",
            "workflow_start: start--other"),
        new Planted(
            "a step that is not there",
            FlawKind.DANGLING_STEP,
            "on_completion: if-condition--open",
            "on_completion: if-condition--opne"),
        new Planted(
            "evidence that is not there",
            FlawKind.DANGLING_STEP,
            "[action--capture]\n",
            "[action--captured]\n"),
        new Planted(
            "a step without a way to it",
            FlawKind.UNREACHABLE_STEP,
            "end--all: {type: end}",
            "end--all: {type: end}\n  end--lost: {type: end}"),
        new Planted(
            "a branch without an end", FlawKind.NO_END, "    on_completion: end--capture\n", ""),
        new Planted(
            "a circle",
            FlawKind.CYCLE,
            "on_completion: end--all",
            "on_completion: if-condition--open"),
        new Planted(
            "two branches that share an end",
            FlawKind.SHARED_STEP,
            "on_success: end--call",
            "on_success: end--capture"),
        new Planted(
            "a branch that runs on into what follows",
            FlawKind.SHARED_STEP,
            "on_completion: end--closed",
            "on_completion: action--notify"),
        new Planted(
            "one branch alone",
            FlawKind.SINGLE_BRANCH,
            "[action--capture, action--call]",
            "[action--capture]"),
        new Planted("a choice without default", FlawKind.NO_DEFAULT, ", default: end--other", ""),
        new Planted(
            "a loop without a bound",
            FlawKind.UNBOUNDED_LOOP,
            "cofferdam: {rounds: 3}",
            "cofferdam: {}"),
        new Planted(
            "a loop that changes nothing",
            FlawKind.UNCHANGING_LOOP,
            "command: Read it again.}]\n    out_args: [__exposure__]",
            "command: Read it again.}]\n    out_args: [__aware_at__]"),
        new Planted("a destructive step without a gate", FlawKind.NO_GATE, GATE, ""),
        new Planted(
            "a gate that opens itself",
            FlawKind.GATE_OPENS_ITSELF,
            "expires: PT1H",
            "expires: PT1H\n          on-expiry: go-on"),
        new Planted(
            "one pair of eyes",
            FlawKind.WRONG_QUORUM,
            "quorum: 2\n          from",
            "quorum: 1\n          from"),
        new Planted(
            "a gate without an expiry", FlawKind.WRONG_EXPIRY, "          expires: PT1H\n", ""),
        new Planted(
            "a gate open for a month", FlawKind.WRONG_EXPIRY, "expires: PT1H", "expires: P30D"),
        new Planted(
            "nobody to escalate to",
            FlawKind.NO_ESCALATION,
            "expires: PT1H\n          escalate-to: executive",
            "expires: PT1H"),
        new Planted(
            "a legal gate without counsel",
            FlawKind.NO_COUNSEL,
            "including: [legal-counsel]",
            "including: [executive]"),
        new Planted(
            "a notice without a legal gate",
            FlawKind.NO_LEGAL_GATE,
            "kind: legal",
            "kind: approval"),
        new Planted("no way back told", FlawKind.NO_INVERSE, "        inverse: {act: true}\n", ""),
        new Planted(
            "undone by an act it has not",
            FlawKind.NO_INVERSE,
            "inverse: {none: what was sent cannot be taken back}",
            "inverse: {act: true}"),
        new Planted(
            "evidence after the act",
            FlawKind.LATE_EVIDENCE,
            "[action--capture]\n",
            "[action--notify]\n"),
        new Planted(
            "evidence in a branch not always taken",
            FlawKind.LATE_EVIDENCE,
            "[action--capture]\n",
            "[action--look-again]\n"),
        new Planted(
            "evidence of a step that may have failed",
            FlawKind.LATE_EVIDENCE,
            "[action--capture]\n",
            "[action--call]\n"),
        new Planted(
            "evidence of all that runs at once",
            FlawKind.LATE_EVIDENCE,
            "[action--capture]\n",
            "[parallel--secure]\n"),
        new Planted(
            "no evidence at all",
            FlawKind.LATE_EVIDENCE,
            "        evidence-before: [action--capture]\n",
            ""),
        new Planted(
            "a script nobody judged",
            FlawKind.MAY_DESTROY,
            "{type: manual, command: Copy the logs.}]\n"
                + "    on_completion: end--capture\n"
                + "    step_extensions:\n"
                + "      cofferdam: {phase: containment, class: evidence, who: forensics,"
                + " done-when: the hashes are linked, destructive: false}",
            "{type: bash, command: rm -r /}]\n"
                + "    on_completion: end--capture\n"
                + "    step_extensions:\n"
                + "      cofferdam: {phase: containment, class: evidence, who: forensics,"
                + " done-when: the hashes are linked}"),
        new Planted(
            "two accountable",
            FlawKind.NOBODY_ACCOUNTABLE,
            "{accountable: forensics, responsible: [forensics]}",
            "{accountable: [forensics, executive], responsible: [forensics]}"),
        new Planted(
            "nobody accountable",
            FlawKind.NOBODY_ACCOUNTABLE,
            "      evidence: {accountable: forensics, responsible: [forensics]}\n",
            ""),
        new Planted("no kind of work", FlawKind.NOBODY_ACCOUNTABLE, "class: evidence, ", ""),
        new Planted(
            "done by nobody of the RACI",
            FlawKind.NOBODY_RESPONSIBLE,
            "who: forensics",
            "who: communications"),
        new Planted(
            "not told how it is known to be done",
            FlawKind.NO_DONE_WHEN,
            "done-when: they answered, ",
            ""),
        new Planted(
            "no phase",
            FlawKind.NO_PHASE,
            "phase: containment, class: evidence",
            "class: evidence"),
        new Planted(
            "an act that is not there",
            FlawKind.UNKNOWN_ACT,
            "id: aws.s3.close-bucket",
            "id: aws.s3.close-buckets"),
        new Planted(
            "an act without its target",
            FlawKind.WRONG_TARGET,
            ", bucket: \"__bucket__:value\"}",
            "}"),
        new Planted(
            "an agent that is not there",
            FlawKind.UNKNOWN_AGENT,
            "agent: individual--engineer",
            "agent: individual--enginer"),
        new Planted(
            "a target that is not there",
            FlawKind.UNKNOWN_AGENT,
            "targets: [group--bucket]",
            "targets: [group--b]"),
        new Planted(
            "a playbook that is not there",
            FlawKind.UNKNOWN_PLAYBOOK,
            "playbook_id: playbook--part",
            "playbook_id: playbook--past"),
        new Planted(
            "a playbook within itself",
            FlawKind.RECURSION,
            "playbook_id: playbook--part",
            "playbook_id: playbook--whole"),
        new Planted(
            "a duty that is not there", FlawKind.UNKNOWN_CLOCK, "eu-gdpr-33-1", "eu-gdpr-33-9"),
        new Planted(
            "a variable that is not there",
            FlawKind.UNDEFINED_VARIABLE,
            "in_args: [__bucket__]",
            "in_args: [__buckets__]"),
        new Planted(
            "a variable within a text that is not there",
            FlawKind.UNDEFINED_VARIABLE,
            "policy of __bucket__:value",
            "policy of __pail__:value"),
        new Planted(
            "a variable used before it is told",
            FlawKind.UNSET_VARIABLE,
            "out_args: [__exposure__, __aware_at__]",
            "out_args: [__exposure__]"),
        new Planted(
            "a part that is not told what it asks",
            FlawKind.UNSET_VARIABLE,
            "    in_args: [__account__]\n",
            ""),
        new Planted(
            "a constant changed",
            FlawKind.CONSTANT_CHANGED,
            "out_args: [__exposure__, __aware_at__]",
            "out_args: [__exposure__, __aware_at__, __law__]"),
        new Planted(
            "an answer nobody can give",
            FlawKind.UNKNOWN_ANSWER,
            "\"__exposure__:value = 'open'\"",
            "\"__exposure__:value = 'opened'\""),
        new Planted(
            "a case nobody can choose", FlawKind.UNKNOWN_ANSWER, "cases: {ec2:", "cases: {ec3:"));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void aPlantedFlawIsFound(Planted planted) {
    var whole = Books.text("whole.yaml");
    assertThat(whole).contains(planted.from());
    int at = whole.indexOf(planted.from());
    var text =
        whole.substring(0, at) + planted.to() + whole.substring(at + planted.from().length());
    var flaws = Books.flaws(text);
    assertThat(flaws.stream().map(Flaw::kind)).as("%s", lines(flaws)).contains(planted.kind());
    assertThat(flaws).allSatisfy(flaw -> assertThat(flaw.place().line()).isPositive());
  }

  @Test
  void aPlaybookWithoutFlawsHasNone() {
    assertThat(Books.flaws(Books.text("whole.yaml"))).isEmpty();
    assertThat(Books.flaws(Books.text("part.yaml"))).isEmpty();
  }

  @Test
  void everyKindOfFlawIsPlanted() {
    var missing = EnumSet.allOf(FlawKind.class);
    planted().forEach(each -> missing.remove(each.kind()));
    missing.remove(FlawKind.TOO_LARGE); // by HostilePlaybookTest
    assertThat(missing).isEmpty();
  }

  @Test
  void aFlawTellsItsPlaceWhatWasExpectedAndTheNearestName() {
    var text =
        Books.text("whole.yaml").replace("id: aws.s3.close-bucket", "id: aws.s3.close-buckets");
    assertThat(Books.flaws(text).stream().map(Flaw::line))
        .containsExactly(
            "made.yaml:90:11: unknown-act: there is no act `aws.s3.close-buckets` [one of"
                + " docs/contain.md]; did you mean `aws.s3.close-bucket`?");
  }

  @Test
  void theSameDocumentAsJsonIsTheSamePlaybook() {
    var yaml = Books.read("whole.yaml");
    var json = PlaybookReader.read("whole.json", yaml.source());
    assertThat(json.flaws()).isEmpty();
    assertThat(json.playbook().orElseThrow().source()).isEqualTo(yaml.source());
    assertThat(json.playbook().orElseThrow().hash()).isEqualTo(yaml.hash());
    assertThat(PlaybookCheck.of(json.playbook().orElseThrow(), Books.known())).isEmpty();
  }

  private static String lines(List<Flaw> flaws) {
    return Stream.concat(Stream.of("found:"), flaws.stream().map(Flaw::line))
        .collect(Collectors.joining("\n"));
  }
}
