package io.cofferdam.respond.cases;

import java.util.List;

/// Refuses custody items and copies whose parts would break a list, a terminal or a signature.
final class CustodyShape {
  /// How many names an item lists of one sort at most.
  static final int MOST = 1000;

  private CustodyShape() {}

  static void check(CustodyItem item) throws Refusal {
    Texts.name("id of the custody item", item.id());
    Texts.hash("root", item.root());
    if (item.files() < 1) {
      throw new Refusal("the item has no files [at least one]", "fetch first: fetch aws");
    }
    names("kind", item.kinds());
    names("account", item.accounts());
    names("region", item.regions());
    if (item.firstDay().toEpochDay() > item.lastDay().toEpochDay()) {
      throw new Refusal(
          "the first day is `" + item.firstDay() + "` [not after " + item.lastDay() + "]", "");
    }
    Texts.time("time of the first fetch", item.fetchedFirst());
    Texts.time("time of the last fetch", item.fetchedLast());
    Texts.time("time at which the hashing began", item.checkedFrom());
    Texts.line("place where it is kept", item.keptAt());
    Texts.line("tool", item.tool());
    if (item.fetch().isPresent()) {
      var fetch = item.fetch().get();
      Texts.line("account of the fetch", fetch.account());
      names("region of the fetch", fetch.regions());
      Texts.time("beginning of the span", fetch.since());
      Texts.time("end of the span", fetch.until());
    }
    size("gaps of the fetch", item.missing());
    for (var each : item.missing()) {
      Texts.line("gap of the fetch", each.what());
      Texts.name("outcome of a gap", each.outcome());
    }
  }

  static void check(StoredCopy copy) throws Refusal {
    Texts.line("account", copy.account());
    Texts.line("bucket", copy.bucket());
    Texts.line("region", copy.region());
    Texts.line("prefix", copy.prefix());
    Texts.time("end of the retention", copy.retainUntil());
    Texts.line("key of the list", copy.list());
    Texts.line("version of the list", copy.listVersion());
    Texts.hash("hash of the list", copy.listSha256());
    if (copy.files() < 1) {
      throw new Refusal("the copy has no files [at least one]", "");
    }
  }

  private static void names(String what, List<String> names) throws Refusal {
    size(what, names);
    for (var name : names) {
      Texts.line(what, name);
    }
  }

  private static void size(String what, List<?> list) throws Refusal {
    if (list.size() > MOST) {
      throw new Refusal(
          "the item lists `" + list.size() + "` times " + what + " [at most " + MOST + "]", "");
    }
  }
}
