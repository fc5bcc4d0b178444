package io.cofferdam.respond.reads;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialChainsTest {
  private static Caller caller(String key, String principal, String address) {
    return new Caller(
        CallerKind.ROLE_SESSION,
        principal,
        "",
        "111122223333",
        key,
        "",
        address,
        "agent of " + key,
        "");
  }

  private static ApiCall assume(Caller by, String key, String session) {
    return new ApiCall(
        new EventRef(1, 1, "e-" + key),
        Instant.parse("2026-03-01T10:00:00Z"),
        Provider.AWS,
        "sts.amazonaws.com",
        "AssumeRole",
        by,
        "111122223333",
        "eu-central-1",
        "",
        "",
        "{\"credentials\":{\"accessKeyId\":\"%s\"},\"assumedRoleUser\":{\"arn\":\"%s\"}}"
            .formatted(key, session),
        List.of(),
        "r-" + key);
  }

  @Test
  void sessionsOfOneNameKeepTheirOwnParents() {
    var chains = new CredentialChains();
    var session = "arn:aws:sts::111122223333:assumed-role/loader/job";
    chains.add(assume(caller("ASIAONE", "one", "10.0.0.1"), "ASIA1", session));
    chains.add(assume(caller("ASIATWO", "two", "10.0.0.1"), "ASIA2", session));
    chains.add(assume(caller("ASIAONE", "one", "10.0.0.1"), "ASIA3", session));

    assertThat(chains.descendants(Set.of("ASIAONE"), c -> false))
        .containsExactlyInAnyOrder("ASIAONE", "ASIA1", "ASIA3");
    assertThat(chains.descendants(Set.of(), c -> c.principal().equals("two")))
        .containsExactly("ASIA2");
    assertThat(chains.chain(caller("ASIA2", session, "10.0.0.9")))
        .containsExactly("two", "AssumeRole -> " + session);
  }

  @Test
  void aMillionSessionsOfWorkloadsAreFollowedInOneGibibyte() {
    var chains = new CredentialChains((1L << 30) / 8 * 3);
    for (int i = 0; i < 1_000_000; i++) {
      var name = "arn:aws:sts::111122223333:assumed-role/loader/job-" + i % 1_000;
      chains.add(assume(caller("ASIAROOT", "root-job", "10.0.0.1"), "ASIAEXAMPLE" + i, name));
    }
    assertThat(chains.dropped()).isZero();
    assertThat(chains.origin(caller("ASIAEXAMPLE999999", "", ""))).isNotNull();
  }

  @Test
  void sessionsForWhichThereIsNoRoomAreCounted() {
    var chains = new CredentialChains(100_000);
    for (int i = 0; i < 1_000; i++) {
      chains.add(assume(caller("ASIAROOT", "root", "10.0.0.1"), "ASIA" + i, "session-" + i));
    }
    assertThat(chains.dropped()).isBetween(600L, 800L);
    assertThat(chains.origin(caller("ASIA0", "", ""))).isNotNull();
    assertThat(chains.origin(caller("ASIA999", "", ""))).isNull();
  }
}
