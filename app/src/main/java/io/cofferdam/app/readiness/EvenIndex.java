package io.cofferdam.app.readiness;

import io.cofferdam.app.readiness.Subject.TakenObject;
import io.cofferdam.model.datamap.SubjectIndex;
import java.util.List;
import java.util.function.Consumer;

/// The subject index that a store might have: its people spread evenly over its objects, each in
/// one. Which object holds how many is what a real one would tell.
final class EvenIndex implements SubjectIndex {
  private static final long PEOPLE_AT_MOST = 2_000_000;

  private final Subject subject;
  private final long people;

  EvenIndex(Subject subject, long people) {
    this.subject = subject;
    this.people = Math.min(people, PEOPLE_AT_MOST);
  }

  @Override
  public void forEach(Consumer<Entry> each) {
    var store = subject.store();
    var classes = store.dataClasses().isEmpty() ? List.of("unclassified") : store.dataClasses();
    var taken = subject.taken();
    long objects = Math.max(store.objects(), taken.size());
    for (long person = 0; person < people; person++) {
      int object = (int) (person % Math.min(objects, 2L * taken.size()));
      var held =
          object < taken.size()
              ? taken.get(object)
              : new TakenObject(store.prefix() + "example/other-" + object, "");
      each.accept(
          new Entry(
              store.resource().id(),
              held.key(),
              held.version(),
              Long.toString(person),
              "ZZ",
              classes,
              1));
    }
  }
}
