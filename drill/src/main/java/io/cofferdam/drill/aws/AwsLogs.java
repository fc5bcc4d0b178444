package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.world.Request;
import io.cofferdam.drill.world.World;
import java.io.IOException;

/// Tells a world in AWS's logs: one pass over the period, delivery by delivery, in bounded memory.
public final class AwsLogs {
  /// What was written and what was lost on purpose; bytes are before compression.
  public record Tally(
      long trailEvents,
      long trailBytes,
      long trailLost,
      long storeEvents,
      long accessLines,
      long accessLost,
      long digestsLost,
      long usageHoursLost,
      long inventoryFilesLost) {}

  private final World world;
  private final DrillRequest request;
  private final Shelf shelf;
  private final Digests digests;
  private final TrailRecords records;
  private final TrailFiles trail;
  private final Press press;
  private final AccessFiles access;
  private final Metering metering;
  private final InventoryFiles inventory;
  private long storeEvents;

  public AwsLogs(World world, DrillRequest request, Shelf shelf, TrailKey key) {
    this.world = world;
    this.request = request;
    this.shelf = shelf;
    var company = world.company();
    var loss = request.loss();
    long seed = request.seed();
    this.press = request.events() > 50_000 ? Press.apart() : Press.inline();
    this.digests = new Digests(company, shelf, key, Dice.of(seed, 601), loss.digests());
    this.records = new TrailRecords(company);
    this.trail =
        new TrailFiles(
            company,
            shelf,
            digests,
            request.sources().digests(),
            request.noise(),
            loss,
            press,
            seed);
    this.access =
        new AccessFiles(
            shelf, new AccessLines(company, records), request.noise(), loss.s3Access(), seed);
    this.metering = new Metering(company, loss.usage(), seed);
    this.inventory = new InventoryFiles(company, shelf, loss.inventory(), seed);
  }

  public Tally write() throws IOException {
    var sources = request.sources();
    if (sources.startState()) {
      new ConfigItems(world.company(), shelf, request.seed())
          .writeStart(world.stores(), world.from());
    }
    try (press) {
      period();
    }
    if (sources.usage()) {
      metering.write(shelf, world.stores(), world.from(), world.until());
    }
    if (sources.inventory()) {
      for (var store : world.inQuestion()) {
        if (!store.bucket().isEmpty()) {
          inventory.write(store, world.from() + 600);
        }
      }
    }
    if (sources.digests()) {
      digests.writeKeys(world.from(), world.until());
    }
    return new Tally(
        trail.written,
        trail.bytes,
        trail.lost,
        storeEvents,
        access.written,
        access.lost,
        digests.lost,
        metering.lostHours,
        inventory.lost);
  }

  private void period() throws IOException {
    long step = request.size().deliveryMinutes() * 60L;
    long wanted = request.events() - world.acts().size() - world.requests().size();
    var background = new Background(world, records, Math.max(0, wanted), step, request.seed());
    int act = 0;
    int ask = 0;
    long slice = world.from();
    for (; slice < world.until(); slice += step) {
      long end = slice + step;
      while (act < world.acts().size() && world.acts().get(act).second() < end) {
        var next = world.acts().get(act++);
        records.act(trail.open(), next);
        trail.end(next.second(), next.aboutStore());
        storeEvents += next.aboutStore() ? 1 : 0;
      }
      while (ask < world.requests().size() && world.requests().get(ask).second() < end) {
        tell(world.requests().get(ask++));
      }
      background.slice(slice, trail, this::tell);
      deliver(end);
    }
    for (int more = 0; more < 6 && (trail.pending() || access.pending()); more++) {
      slice += step;
      deliver(slice);
    }
    if (request.sources().digests()) {
      long last = Math.ceilDiv(slice + 1, 3600L) * 3600L;
      while (closed < last) {
        closed += 3600;
        digests.close(closed);
      }
    }
  }

  private long closed = Long.MIN_VALUE;

  /// A file delivered exactly on the hour belongs to the digest of the hour that follows.
  private void deliver(long at) throws IOException {
    if (closed == Long.MIN_VALUE) {
      closed = Math.floorDiv(world.from(), 3600L) * 3600L;
    }
    if (request.sources().digests()) {
      while (closed + 3600 <= at) {
        closed += 3600;
        digests.close(closed);
      }
    }
    trail.deliver(at);
    access.deliver(at);
  }

  private void tell(Request one) {
    if (one.store().bucket().isEmpty()) {
      return; // told by another provider's logs, or by none
    }
    if (one.store().inQuestion()) {
      storeEvents++;
    }
    if (request.sources().dataEvents()) {
      records.dataEvent(trail.open(), one);
      trail.end(one.second(), false);
    }
    if (request.sources().serverAccessLogs()) {
      access.add(one);
    }
    metering.add(one);
  }
}
