package io.cofferdam.drill.plot;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Outsider;
import io.cofferdam.drill.world.Request;
import io.cofferdam.drill.world.Request.Verb;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.StoredObject;
import io.cofferdam.model.read.ReaderKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes requests: what the rightful readers ask for day by day, and what outsiders take.
final class Visits {
  private final Stage stage;
  private final Dice dice;
  private final Dice quiet;
  private boolean edgeReads;

  Visits(Stage stage) {
    this.stage = stage;
    this.dice = stage.dice.split();
    this.quiet = Dice.of(stage.from, 811);
  }

  boolean edgeReads() {
    return edgeReads;
  }

  /// Adds an outsider to the roster.
  int outsider(ReaderKind kind, Store store, List<Seat> seats) {
    stage.outsiders.add(new Outsider(kind, seats.getFirst().actor().groupingName(), store, seats));
    return stage.outsiders.size() - 1;
  }

  /// Adds a database user who reads from where nobody of the company is.
  int databaseUser(Store store, String user, Seat seat) {
    stage.outsiders.add(new Outsider(ReaderKind.UNDECLARED, user, store, List.of(seat)));
    return stage.outsiders.size() - 1;
  }

  /// One request for a whole object that succeeds.
  void get(Seat seat, Store store, StoredObject object, long second, int reader) {
    range(seat, store, object, 0, object.size(), second, reader);
  }

  void range(
      Seat seat, Store store, StoredObject object, long from, long to, long second, int reader) {
    boolean whole = from == 0 && to == object.size();
    add(
        second,
        seat,
        store,
        Verb.GET,
        object,
        object.key(),
        from,
        to,
        whole ? 200 : 206,
        "",
        to - from,
        reader);
  }

  void denied(Seat seat, Store store, String key, long second, int reader) {
    add(second, seat, store, Verb.GET, null, key, 0, 0, 403, "AccessDenied", 243, reader);
  }

  void missing(Seat seat, Store store, String key, long second, int reader) {
    add(second, seat, store, Verb.GET, null, key, 0, 0, 404, "NoSuchKey", 278, reader);
  }

  void head(Seat seat, Store store, StoredObject object, long second, int reader) {
    add(second, seat, store, Verb.HEAD, object, object.key(), 0, 0, 200, "", 0, reader);
  }

  void list(Seat seat, Store store, long second, int reader) {
    long bytes = 300L + 350L * Math.min(1000, store.objects().size());
    add(second, seat, store, Verb.LIST, null, "", 0, 0, 200, "", bytes, reader);
  }

  void put(Seat seat, Store store, StoredObject object, long second) {
    add(second, seat, store, Verb.PUT, object, object.key(), 0, 0, 200, "", 0, -1);
  }

  private void add(
      long second,
      Seat seat,
      Store store,
      Verb verb,
      @Nullable StoredObject object,
      String key,
      long from,
      long to,
      int status,
      String error,
      long bytes,
      int reader) {
    boolean old = object != null && !object.latest();
    boolean signedQuery =
        verb == Verb.GET && !(seat.actor() instanceof Actor.Anonymous) && dice.chance(0.04);
    stage.requests.add(
        new Request(
            second,
            seat,
            store,
            verb,
            object,
            key,
            old,
            from,
            to,
            status,
            error,
            bytes,
            signedQuery,
            reader,
            dice.next()));
  }

  /// The rightful readers: at least one read in most hours and a little more now and then; none in
  /// some hours between the first and the last, of which the metering has no row.
  void everyday(Store store) {
    for (long hour = stage.from; hour < stage.until; hour += 3600) {
      int already = stage.requests.size();
      int more = dice.chance(0.2) ? dice.between(1, 3) : 0;
      for (int i = 0; i <= more; i++) {
        var seat = dice.pick(store.home());
        long second = hour + dice.below(3600);
        switch (dice.below(8)) {
          case 0 -> list(seat, store, second, -1);
          case 1 -> head(seat, store, latest(store), second, -1);
          default -> {}
        }
        get(seat, store, latest(store), second, -1);
      }
      boolean inside = hour > stage.from && hour + 3600 < stage.until;
      if (inside && quiet.chance(0.2)) {
        stage.requests.subList(already, stage.requests.size()).clear();
      }
    }
  }

  StoredObject latest(Store store) {
    for (int tries = 0; tries < 20; tries++) {
      var object = dice.pick(store.objects());
      if (object.latest()) {
        return object;
      }
    }
    return store.objects().getFirst();
  }

  /// An outsider looks around and takes some of a store between two seconds.
  ///
  /// @param share how much of the store is taken, about
  void plunder(int reader, long start, long end, double share, boolean lists) {
    var outsider = stage.outsiders.get(reader);
    var store = outsider.store();
    var wanted = new ArrayList<StoredObject>(store.objects());
    dice.shuffle(wanted);
    int take = (int) Math.max(1, Math.min(wanted.size(), Math.round(wanted.size() * share)));
    if (lists) {
      list(dice.pick(outsider.seats()), store, moment(start, end), reader);
    }
    for (var object : wanted.subList(0, take)) {
      var seat = dice.pick(outsider.seats());
      if (dice.chance(0.1)) {
        head(seat, store, object, moment(start, end), reader);
      }
      take(seat, store, object, start, end, reader);
      if (dice.chance(0.1)) {
        take(seat, store, object, start, end, reader);
      }
    }
    if (dice.chance(0.3)) {
      missing(dice.pick(outsider.seats()), store, "backup.zip", moment(start, end), reader);
    }
  }

  private void take(Seat seat, Store store, StoredObject object, long start, long end, int reader) {
    if (stage.partial && object.size() > 4 && dice.chance(0.3)) {
      long first = dice.betweenLong(0, object.size() - 2);
      long last = dice.betweenLong(first + 1, object.size());
      range(seat, store, object, first, last, moment(start, end), reader);
    } else {
      get(seat, store, object, moment(start, end), reader);
    }
  }

  /// Downloads a large object in ranges, as the command line tool does.
  void inParts(Seat seat, Store store, StoredObject object, long start, long partSize, int reader) {
    long second = start;
    for (long at = 0; at < object.size(); at += partSize) {
      range(seat, store, object, at, Math.min(object.size(), at + partSize), second, reader);
      second += dice.between(1, 9);
    }
  }

  long moment(long start, long end) {
    return dice.betweenLong(start, Math.max(start, end - 1));
  }

  /// A read in the seconds in which a closing change had not reached every server yet.
  void lingering(int reader, long closingAct) {
    edgeReads = true;
    var outsider = stage.outsiders.get(reader);
    get(
        dice.pick(outsider.seats()),
        outsider.store(),
        latest(outsider.store()),
        closingAct + 1,
        reader);
  }
}
