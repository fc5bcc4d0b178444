package io.cofferdam.app.readiness;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.model.readiness.LeakAnswer;
import io.cofferdam.model.readiness.LogChange;
import io.cofferdam.model.readiness.StoreReadiness;
import io.cofferdam.model.scope.Bounds;
import java.util.ArrayList;
import java.util.List;

/// Readiness in sentences.
public final class ReadinessWords {
  private ReadinessWords() {}

  /// `0 to 1 200 000 people, because data events are off`.
  public static String now(StoreReadiness store) {
    var because = store.because().isEmpty() ? "" : ", because " + store.because();
    return answer(store) + because;
  }

  /// `0 to 1 200 000 people`.
  public static String answer(StoreReadiness store) {
    return widest(store.leak(), store.nothing());
  }

  /// What could be said at worst: of a leak that is perhaps none.
  static String widest(LeakAnswer leak, LeakAnswer nothing) {
    var people = joined(leak.people(), nothing.people());
    var objects = joined(leak.objects(), nothing.objects());
    if (nothing.objects().exact() && leak.objects().exact()) {
      return exactly(leak);
    }
    var told = new ArrayList<String>();
    if (people.bounded() && people.atMost() > 0) {
      told.add(Words.range(people) + " people");
    }
    told.add(
        objects.bounded() || objects.atLeast() > 0
            ? Words.range(objects) + " objects"
            : "any number of objects");
    return String.join(", ", told);
  }

  private static String exactly(LeakAnswer leak) {
    var people = leak.people();
    var objects = "which objects were taken, to the one";
    if (people.exact()) {
      return people.atMost() == 0 ? objects : objects + ", and whose data";
    }
    return people.bounded()
        ? objects + "; of whom only that they are at most " + Words.count(people.atMost())
        : objects + "; not whose data";
  }

  private static Bounds joined(Bounds one, Bounds other) {
    long least = Math.min(one.atLeast(), other.atLeast());
    long most = Math.max(one.atMost(), other.atMost());
    return new Bounds(least, Math.clamp(one.estimate(), least, most), most);
  }

  /// What a change would come to.
  public static String then(LogChange change) {
    if (change.leak().exact() && change.nothing().exact()) {
      var exact = "then " + exactly(change.leak());
      return change.nothing().noEvidence()
          ? exact + "; and that nothing was taken, where it was not"
          : exact;
    }
    return change.leak().objects().atLeast() > 0
        ? "then what was seen taken is known, and no more is excluded: "
            + widest(change.leak(), change.nothing())
        : "then " + widest(change.leak(), change.nothing());
  }

  /// What a reader must know to trust it.
  public static List<String> assumptions(List<StoreReadiness> stores) {
    return stores.isEmpty()
        ? List.of()
        : List.of(
            "Each is the answer of `investigate` to an example: somebody without a credential takes"
                + " part of the store in one hour, or nothing; no log written is lost, and the"
                + " hourly S3 usage report is drawn afterwards.");
  }
}
