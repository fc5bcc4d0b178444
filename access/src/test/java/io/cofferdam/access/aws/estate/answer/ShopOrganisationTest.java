package io.cofferdam.access.aws.estate.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.ShopOrganisation;
import io.cofferdam.access.aws.estate.reading.EstateReader;
import io.cofferdam.access.aws.estate.reading.EstateReading;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Covers("P-02")
class ShopOrganisationTest {
  private static final Estate ESTATE = estate();
  private static final WhoCan WHO = new WhoCan(ESTATE);

  private static Estate estate() {
    EstateReading reading = EstateReader.read(ShopOrganisation.json(7));
    assertThat(reading).isInstanceOf(EstateReading.Read.class);
    assertThat(((EstateReading.Read) reading).warnings()).isEmpty();
    return reading.asOptional().orElseThrow();
  }

  private static Question readers(int shop) {
    return Question.of("s3:GetObject", ShopOrganisation.bucket(shop));
  }

  private static Question clearText(int shop) {
    return Question.clearText(ESTATE, ShopOrganisation.bucket(shop));
  }

  private static String user(String account, String name) {
    return "arn:aws:iam::" + account + ":user/" + name;
  }

  private static String role(String account, String name) {
    return "arn:aws:iam::" + account + ":role/" + name;
  }

  @Test
  void twentyAccountsAreRead() {
    assertThat(ESTATE.accounts()).hasSize(20);
    assertThat(ESTATE.levels(ShopOrganisation.shop(1)))
        .extracting("id")
        .containsExactly("r-ab12", "ou-ab12-shops001", ShopOrganisation.shop(1));
  }

  @Test
  void twoRoleHopsAndAKeyGrantLeadToClearText() {
    String runner = user(ShopOrganisation.CI, "ci-runner");
    Explanation why = WHO.explain(runner, clearText(1));
    assertThat(why.verdict()).isEqualTo(Verdict.YES);
    assertThat(why.hops()).hasSize(4);
    assertThat(why.text())
        .contains("user ci-runner (222233334444) assumes role ci-deploy (222233334444)")
        .contains("role ci-deploy (222233334444) assumes role model-trainer (333344445555)")
        .contains("grant grant-trainer-01");
    assertThat(WHO.verdict(runner, clearText(2))).isEqualTo(Verdict.NO);
  }

  @Test
  void withoutItsGrantTheTrainerGetsCipherTextOnly() {
    Removable grant =
        new Removable.OfGrant(ShopOrganisation.key(1), "grant-trainer-01", "the grant");
    WhoCan without = new WhoCan(Edits.without(ESTATE, Set.of(grant)));
    String runner = user(ShopOrganisation.CI, "ci-runner");
    assertThat(without.verdict(runner, readers(1))).isEqualTo(Verdict.YES);
    assertThat(without.verdict(runner, clearText(1))).isEqualTo(Verdict.NO);
  }

  @Test
  void codeOfAFunctionIsAWayToItsRole() {
    String scientist = user(ShopOrganisation.ML, "data-scientist");
    Explanation why = WHO.explain(scientist, clearText(2));
    assertThat(why.verdict()).isEqualTo(Verdict.YES);
    assertThat(why.text()).contains("replaces the code of").contains("feature-builder");
  }

  @Test
  void passingARoleToATrainingJobIsAWay() {
    Explanation why = WHO.explain(role(ShopOrganisation.shop(3), "shop-deploy"), clearText(3));
    assertThat(why.verdict()).isEqualTo(Verdict.YES);
    assertThat(why.text()).contains("passes role notebook").contains("SageMaker training job");
    // and so the runner, who may become shop-deploy
    assertThat(WHO.verdict(user(ShopOrganisation.CI, "ci-runner"), clearText(3)))
        .isEqualTo(Verdict.YES);
  }

  @Test
  void aConditionNobodyCanDecideIsSaid() {
    String trainer = role(ShopOrganisation.ML, "model-trainer");
    Explanation why = WHO.explain(trainer, readers(4));
    assertThat(why.verdict()).isEqualTo(Verdict.ONLY_IF);
    assertThat(why.onlyIf()).containsExactly("aws:SourceVpce StringEquals vpce-0a1b2c3d");
  }

  @Test
  void resourceControlPolicyKeepsThePartnerOut() {
    assertThat(WHO.verdict(role(ShopOrganisation.PARTNER, "collector"), readers(7)))
        .isEqualTo(Verdict.NO);
    assertThat(WHO.ask(readers(7)).outsiders()).isEmpty();
  }

  @Test
  void aBucketWithoutPolicyInTheSnapshotIsNeverAPlainYesOrNo() {
    String notebook = role(ShopOrganisation.shop(9), "notebook");
    assertThat(WHO.verdict(notebook, readers(9))).isEqualTo(Verdict.ONLY_IF);
    assertThat(WHO.explain(notebook, readers(9)).onlyIf())
        .contains("the policy of bucket shop-09-training is not in the snapshot");
    assertThat(WHO.verdict(user(ShopOrganisation.CI, "ci-runner"), readers(9)))
        .isEqualTo(Verdict.ONLY_IF);
  }

  @Test
  void anObjectUnderOnesOwnPrefixIsFound() {
    Explanation why = WHO.explain(user(ShopOrganisation.shop(5), "analyst"), readers(5));
    assertThat(why.verdict()).isEqualTo(Verdict.YES);
    assertThat(why.text()).contains("reports/analyst/");
  }

  @Test
  void removalIsSmallestAndEndsIt() {
    String runner = user(ShopOrganisation.CI, "ci-runner");
    Removal removal = TakeAway.of(WHO, runner, clearText(1));
    assertThat(removal.statements()).hasSize(1);
    assertThat(removal.smallest()).isTrue();
    assertThat(removal.deny()).isPresent();
    WhoCan after = new WhoCan(Edits.without(ESTATE, removal.statements()));
    assertThat(after.verdict(runner, clearText(1))).isEqualTo(Verdict.NO);
  }

  @Test
  void compareNamesWhoGainsByADroppedCondition() {
    String json = ShopOrganisation.json(7);
    String open =
        json.replace(
            ",\n \"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-0a1b2c3d\"}}", "");
    assertThat(open).isNotEqualTo(json);
    Estate after = EstateReader.read(open).asOptional().orElseThrow();
    List<Question> questions = EstateCompare.questions(ESTATE, after);
    assertThat(questions)
        .extracting(Question::title)
        .contains("s3:GetObject on " + ShopOrganisation.bucket(4));
    List<EstateCompare.Shift> shifts = EstateCompare.compare(WHO, new WhoCan(after), questions);
    assertThat(shifts).isNotEmpty().allMatch(EstateCompare.Shift::gains);
    assertThat(shifts)
        .extracting(EstateCompare.Shift::who)
        .contains(
            role(ShopOrganisation.ML, "model-trainer"), user(ShopOrganisation.CI, "ci-runner"));
    assertThat(EstateCompare.compare(WHO, WHO, questions)).isEmpty();
  }

  @Test
  void whatCanListsOwnRightsAndThoseBehindRoles() {
    WhatCanAnswer answer =
        new WhatCan(WHO.reach()).ask(user(ShopOrganisation.CI, "ci-runner"), Set.of());
    assertThat(answer.own())
        .extracting(WhatLine::actions)
        .containsExactly(List.of("sts:AssumeRole"));
    assertThat(answer.asOthers().keySet())
        .contains("role ci-deploy (222233334444)", "role model-trainer (333344445555)");
    assertThat(answer.asOthers().get("role model-trainer (333344445555)"))
        .anyMatch(line -> line.resources().equals("arn:aws:s3:::shop-*-training/*"));
  }

  @Test
  void matrixAgreesWithWhoCan() {
    ReaderMatrix matrix = ReaderMatrix.of(WHO);
    assertThat(matrix.buckets()).hasSize(16);
    for (int b = 0; b < matrix.buckets().size(); b++) {
      WhoCanAnswer answer = WHO.ask(Question.of("s3:GetObject", matrix.buckets().get(b)));
      for (int p = 0; p < matrix.principals().size(); p++) {
        assertThat(matrix.verdict(p, b)).isEqualTo(answer.verdict(matrix.principals().get(p)));
      }
    }
  }
}
