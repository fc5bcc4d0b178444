package io.cofferdam.access.aws.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleCondition;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleStatement;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What must hold of any change to any world, whatever the rules of AWS are.
@Covers({"P-01", "P-02"})
class DecisionLawsTest {
  private static final long FROM = 7_000_000L;
  private static final int WORLDS = 4_000;
  private static final List<SimpleCondition> NEVER =
      List.of(
          new SimpleCondition("Null", "aws:Referer", List.of("true")),
          new SimpleCondition("StringLike", "aws:Referer", List.of("*")));

  private interface Law {
    void check(SmallWorld world, Decision before);
  }

  private static void everywhere(Law law) {
    for (long seed = FROM; seed < FROM + WORLDS; seed++) {
      SmallWorld world = SmallWorlds.world(seed);
      law.check(world, WorldTranslation.decide(world));
    }
  }

  private static SimpleStatement everything(boolean allow, List<SimpleCondition> conditions) {
    return new SimpleStatement(
        allow, null, false, List.of("*"), false, List.of("*"), false, conditions);
  }

  private static List<SimpleStatement> plus(List<SimpleStatement> list, SimpleStatement more) {
    List<SimpleStatement> joined = new ArrayList<>(list);
    joined.add(more);
    return joined;
  }

  private static SimpleStatement toEveryone(SimpleStatement s) {
    return new SimpleStatement(
        s.allow(), List.of("*"), false, s.actions(), false, s.resources(), false, s.conditions());
  }

  private static Decision withIdentity(SmallWorld world, SimpleStatement more) {
    return WorldTranslation.decide(world.withIdentity(plus(world.identity(), more)));
  }

  private static Decision withPolicy(SmallWorld world, SimpleStatement more) {
    return WorldTranslation.decide(
        world.withPolicy(plus(world.policy().orElse(List.of()), toEveryone(more))));
  }

  private static String word(Decision decision) {
    return decision.getClass().getSimpleName();
  }

  @Test
  void aDenyOfEverythingDenies() {
    SimpleStatement deny = everything(false, List.of());
    everywhere(
        (world, before) -> {
          assertThat(withIdentity(world, deny)).isInstanceOf(Decision.ExplicitlyDenied.class);
          assertThat(withPolicy(world, deny)).isInstanceOf(Decision.ExplicitlyDenied.class);
        });
  }

  @Test
  void anAllowOfEverythingNeverTakesAccessAwayNorAddsAnExplicitDeny() {
    SimpleStatement allow = everything(true, List.of());
    everywhere(
        (world, before) -> {
          for (Decision after : List.of(withIdentity(world, allow), withPolicy(world, allow))) {
            boolean publicNow = !world.blocks().isEmpty() || world.point().isPresent();
            if (before instanceof Decision.Allowed && !publicNow) {
              assertThat(after).as("%s", world).isInstanceOf(Decision.Allowed.class);
            }
            assertThat(after instanceof Decision.ExplicitlyDenied)
                .as("%s", world)
                .isEqualTo(before instanceof Decision.ExplicitlyDenied);
          }
          assertThat(before instanceof Decision.Allowed)
              .as("identity alone, %s", world)
              .matches(was -> !was || withIdentity(world, allow) instanceof Decision.Allowed);
        });
  }

  @Test
  void aStatementThatCanNeverApplyChangesNothing() {
    everywhere(
        (world, before) -> {
          for (boolean allow : new boolean[] {true, false}) {
            SimpleStatement never = everything(allow, NEVER);
            assertThat(word(withIdentity(world, never))).isEqualTo(word(before));
            if (world.policy().isPresent() && !allow) {
              assertThat(word(withPolicy(world, never))).isEqualTo(word(before));
            }
          }
        });
  }

  @Test
  void orderOfStatementsAndDocumentsNeverMatters() {
    everywhere(
        (world, before) -> {
          PolicySet set = WorldTranslation.policies(world);
          PolicySet reversed =
              changed(set, document -> new PolicyDocument(document.version(), reversed(document)));
          assertThat(word(decide(world, reversed))).as("%s", world).isEqualTo(word(before));
        });
  }

  private static List<Statement> reversed(PolicyDocument document) {
    List<Statement> statements = new ArrayList<>(document.statements());
    Collections.reverse(statements);
    return statements;
  }

  @Test
  void oneDocumentForEachStatementDecidesTheSame() {
    everywhere(
        (world, before) -> {
          PolicySet set = WorldTranslation.policies(world);
          List<PolicyDocument> apart = new ArrayList<>();
          for (PolicyDocument document : set.identity()) {
            for (Statement statement : document.statements()) {
              apart.add(0, new PolicyDocument(document.version(), List.of(statement)));
            }
          }
          assertThat(word(decide(world, withIdentity(set, apart)))).isEqualTo(word(before));
        });
  }

  @Test
  void splittingTheActionsOfAStatementChangesNothing() {
    everywhere(
        (world, before) -> {
          List<SimpleStatement> split = new ArrayList<>();
          for (SimpleStatement s : world.identity()) {
            if (s.notAction()) {
              split.add(s);
              continue;
            }
            for (String action : s.actions()) {
              split.add(
                  new SimpleStatement(
                      s.allow(),
                      s.principals(),
                      s.notPrincipal(),
                      List.of(action),
                      false,
                      s.resources(),
                      s.notResource(),
                      s.conditions()));
            }
          }
          assertThat(word(WorldTranslation.decide(world.withIdentity(split))))
              .isEqualTo(word(before));
        });
  }

  @Test
  void namesOfStatementsNeverMatter() {
    everywhere(
        (world, before) -> {
          PolicySet named =
              changed(
                  WorldTranslation.policies(world),
                  document ->
                      new PolicyDocument(
                          document.version(),
                          document.statements().stream().map(DecisionLawsTest::named).toList()));
          assertThat(word(decide(world, named))).isEqualTo(word(before));
        });
  }

  private static Statement named(Statement s) {
    return new Statement(
        s.number(),
        "DenyAll" + s.number(),
        s.effect(),
        s.principal(),
        s.action(),
        s.resource(),
        s.conditions(),
        s.at());
  }

  private static Decision decide(SmallWorld world, PolicySet policies) {
    return Decider.decide(WorldTranslation.request(world, Map.of()), policies);
  }

  private static PolicySet withIdentity(PolicySet set, List<PolicyDocument> identity) {
    return new PolicySet(
        identity,
        set.resource(),
        set.scps(),
        set.rcps(),
        set.boundaries(),
        set.session(),
        set.endpoint(),
        set.grants(),
        set.s3());
  }

  private static PolicySet changed(PolicySet set, UnaryOperator<PolicyDocument> change) {
    return new PolicySet(
        all(set.identity(), change),
        set.resource().map(change),
        set.scps().stream().map(level -> all(level, change)).toList(),
        set.rcps().stream().map(level -> all(level, change)).toList(),
        all(set.boundaries(), change),
        all(set.session(), change),
        all(set.endpoint(), change),
        set.grants(),
        set.s3());
  }

  private static List<PolicyDocument> all(
      List<PolicyDocument> documents, UnaryOperator<PolicyDocument> change) {
    List<PolicyDocument> changed = new ArrayList<>(documents.stream().map(change).toList());
    Collections.reverse(changed);
    return changed;
  }
}
