package io.cofferdam.drill.plot;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Sources;
import io.cofferdam.drill.world.Act;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.Extra;
import io.cofferdam.drill.world.Opening;
import io.cofferdam.drill.world.Outsider;
import io.cofferdam.drill.world.People;
import io.cofferdam.drill.world.Request;
import io.cofferdam.drill.world.Stated;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where a plot is staged: the company, its people, the period, and the growing lists of what
/// happens.
final class Stage {
  final Dice dice;
  final DrillRequest wanted;
  final Company company;
  final People people;
  final Cast cast;
  final Shelving shelving;
  final Changes changes;
  final Visits visits;
  final long from;
  final long until;
  final boolean versions;
  final boolean zz;
  final boolean partial;
  final boolean edges;

  final List<Store> stores = new ArrayList<>();
  final List<Act> acts = new ArrayList<>();
  final List<Request> requests = new ArrayList<>();
  final List<Outsider> outsiders = new ArrayList<>();
  final List<Opening> openings = new ArrayList<>();
  final List<Extra> extras = new ArrayList<>();
  final List<Stated> stated = new ArrayList<>();
  final List<String> story = new ArrayList<>();
  boolean waits;
  boolean unlogged;

  Stage(DrillRequest wanted) {
    this.wanted = wanted;
    this.dice = Dice.of(wanted.seed(), wanted.scenario().hashCode());
    var size = wanted.size();
    this.company = Companies.company(dice.split());
    long year = Instant.parse("2026-01-05T00:00:00Z").getEpochSecond();
    this.from = year + dice.between(0, 24 * 200) * 3600L;
    int hours = size.hours() - dice.below(Math.max(1, size.hours() / 4));
    this.until = from + hours * 3600L;
    this.versions = dice.chance(0.2);
    this.zz = dice.chance(0.3);
    this.partial = dice.chance(0.25);
    this.edges = dice.chance(0.1);
    int count = Math.max(1, size.subjects() - dice.below(Math.max(1, size.subjects() / 3)));
    this.people = Companies.people(dice.split(), count, zz ? 0.02 + dice.unit() * 0.1 : 0);
    this.cast = new Cast(dice.split(), company, from);
    this.shelving = new Shelving(dice.split(), company, people, from, versions);
    this.changes = new Changes(this);
    this.visits = new Visits(this);
  }

  Sources sources() {
    return wanted.sources();
  }

  /// A second between two shares of the period.
  long at(double low, double high) {
    long span = until - from;
    return from + (long) (span * (low + dice.unit() * (high - low)));
  }

  void tell(String sentence) {
    story.add(sentence);
  }

  World world(boolean quiet) {
    acts.sort(Comparator.comparingLong(Act::second).thenComparingLong(Act::salt));
    requests.sort(Comparator.comparingLong(Request::second).thenComparingLong(Request::salt));
    var marks =
        new World.Marks(
            requests.stream().anyMatch(r -> r.reader() >= 0 && r.isRead() && !r.wholeObject()),
            unlogged || (!sources().dataEvents() && !sources().serverAccessLogs()),
            versions,
            requests.stream()
                .filter(r -> r.reader() >= 0 && r.isRead())
                .flatMap(r -> java.util.Objects.requireNonNull(r.object()).rows().stream())
                .anyMatch(row -> !people.resolved(row.person())),
            visits.edgeReads(),
            waits,
            quiet);
    return new World(
        wanted.scenario(),
        wanted.seed(),
        company,
        from,
        until,
        stores,
        people,
        acts,
        requests,
        outsiders,
        openings,
        marks,
        extras,
        stated,
        story);
  }
}
