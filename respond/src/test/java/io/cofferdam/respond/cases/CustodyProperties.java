package io.cofferdam.respond.cases;

import static io.cofferdam.respond.cases.MadeCase.INES;
import static io.cofferdam.respond.cases.MadeCase.MARA;
import static io.cofferdam.respond.cases.MadeCase.TOMAS;
import static io.cofferdam.respond.cases.MadeCase.by;
import static io.cofferdam.respond.cases.MadeCase.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Whoever hands what to whomever in whatever order: one person holds it, and who held it before is
/// told without a gap.
@Covers("R-04")
class CustodyProperties {
  private static final List<PersonId> PEOPLE = List.of(MARA, TOMAS, INES);

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void oneHolderAndNoGap(@ForAll long seed) throws IOException {
    received(seed);
  }

  @Example
  void someSequencesReceive() throws IOException {
    int received = 0;
    for (long seed = 1; seed <= 20; seed++) {
      received += received(seed);
    }
    assertThat(received).isGreaterThan(20);
  }

  private static int received(long seed) throws IOException {
    var random = new Random(seed);
    var made = MadeCase.staffed();
    made.does(MadeCustody.capture(made, any(random)));
    int received = 0;
    for (int i = 0; i < 40; i++) {
      var before = made.file();
      var expected = reference(before);
      var event = random(random, made);
      switch (before.attempt(event)) {
        case Judged.Accepted(var after) -> {
          made.does(event);
          if (event instanceof CaseEvent.EvidenceReceived it) {
            received++;
            assertThat(by(after.custody().get("E1").holder())).isEqualTo(it.by());
          } else {
            assertThat(after.custody().get("E1").holder()).isEqualTo(expected);
          }
        }
        case Judged.Refused refused -> assertThat(refused.words()).isNotBlank();
      }
      gapless(made.file().custody().get("E1"));
    }
    return received;
  }

  /// The slow, obvious answer: who signed last for having it.
  private static PersonId reference(CaseFile file) {
    PersonId holder = MARA;
    for (var link : file.custody().get("E1").links()) {
      if ((link.event() instanceof CaseEvent.EvidenceCaptured
              || link.event() instanceof CaseEvent.EvidenceReceived)
          && link.event().by() instanceof Actor.Person(var id)) {
        holder = id;
      }
    }
    return holder;
  }

  private static void gapless(CustodyChain chain) throws IOException {
    var holdings = chain.holdings();
    assertThat(holdings.stream().filter(each -> each.until().isEmpty())).hasSize(1);
    assertThat(holdings.getLast().until()).isEmpty();
    for (int i = 1; i < holdings.size(); i++) {
      assertThat(holdings.get(i - 1).until()).contains(holdings.get(i).from());
      assertThat(holdings.get(i - 1).holder()).isNotEqualTo(holdings.get(i).holder());
    }
    for (var link : chain.links()) {
      assertThat(CaseEventJson.decode(CaseEventJson.encode(link.event()))).isEqualTo(link.event());
    }
  }

  private static PersonId any(Random random) {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }

  private static CaseEvent random(Random random, MadeCase made) {
    var person = random.nextInt(3) == 0 ? any(random) : made.file().custody().get("E1").holder();
    var waiting = made.file().custody().get("E1").waiting();
    var receiver = waiting.isPresent() && random.nextInt(4) > 0 ? waiting.get().to() : any(random);
    var signer = random.nextInt(5) == 0 ? any(random) : person;
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> MadeCustody.hand(made, person, any(random), key(signer));
      case 3, 4, 5 ->
          MadeCustody.receive(
              made,
              receiver,
              random.nextInt(8) == 0 ? "ab".repeat(32) : MadeCustody.ROOT,
              key(random.nextInt(8) == 0 ? any(random) : receiver));
      case 6 -> MadeCustody.store(made, person, MadeCase.START.plusSeconds(1_000_000));
      default -> {
        var away = new ArrayList<>(PEOPLE);
        away.removeIf(each -> made.file().active(each).isPresent());
        yield away.isEmpty()
            ? random.nextInt(3) == 0
                ? new CaseEvent.PersonRemoved(made.next(), by(any(random)), any(random), "off")
                : new CaseEvent.EvidenceRead(made.next(), by(person), "E1", "to see who read")
            : new CaseEvent.PersonEnrolled(
                made.next(),
                by(
                    made.file().people().values().stream()
                        .filter(CasePerson::active)
                        .findFirst()
                        .map(CasePerson::id)
                        .orElse(MARA)),
                away.getFirst(),
                Set.of(Role.FORENSICS),
                Optional.of(key(away.getFirst()).verifier().line()));
      }
    };
  }
}
