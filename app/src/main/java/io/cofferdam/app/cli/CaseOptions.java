package io.cofferdam.app.cli;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.app.cases.CaseJson;
import io.cofferdam.app.cases.CaseText;
import io.cofferdam.app.contain.ActJson;
import io.cofferdam.app.contain.ActText;
import io.cofferdam.app.contain.Containment;
import io.cofferdam.app.datamap.NearestName;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.cases.Worded;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command on cases takes, and what it does with it.
final class CaseOptions {
  @Option(
      names = "--store",
      paramLabel = "FILE|URL",
      description = {
        "Where cases are kept: a file, or postgresql://user@host/database.",
        "Default: cases.db beside the program's key."
      })
  private @Nullable String store;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does it, as in mara.lind. Default: the user of this machine.")
  private @Nullable String by;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: text.")
  private String format;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private final Clock clock;

  CaseOptions(Clock clock) {
    this.clock = clock;
  }

  /// To the millisecond: nobody needs more of an event.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Clock clock() {
    return clock;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PersonId person() {
    return new PersonId(
        by != null ? by : System.getProperty("user.name", "").toLowerCase(Locale.ROOT));
  }

  Actor by() {
    return new Actor.Person(person());
  }

  boolean json() {
    return json(format);
  }

  /// Whether a format is the one for programs.
  ///
  /// @throws CofferdamException CFD-APP-0155 where it is none
  static boolean json(String format) {
    if (!format.equals("text") && !format.equals("json")) {
      throw new CofferdamException(
          "CFD-APP-0155",
          ErrorCategory.INVALID_INPUT,
          "`--format` is `" + format + "` [text or json]",
          "cases are told in these two");
    }
    return format.equals("json");
  }

  /// The store that is there.
  CaseDesk desk() {
    json();
    return CaseDesk.openExisting(Optional.ofNullable(store), KeyFolder.path(), now());
  }

  /// The store, made where there is none.
  CaseDesk newDesk() {
    json();
    return CaseDesk.open(Optional.ofNullable(store), KeyFolder.path(), now());
  }

  /// Whether no store was named and none was made yet.
  boolean nothingYet() {
    return store == null && !CaseDesk.exists(Optional.empty(), KeyFolder.path());
  }

  /// Puts one event on record and tells the case.
  int record(String word, Function<CaseFile, CaseEvent> event, String said) throws IOException {
    return recordAll(word, file -> List.of(event.apply(file)), _ -> said);
  }

  /// Puts events on record and tells the case.
  ///
  /// @param said what was done, in view of the case after it
  int recordAll(
      String word, Function<CaseFile, List<CaseEvent>> events, Function<CaseFile, String> said)
      throws IOException {
    try (var desk = desk()) {
      var id = desk.find(word);
      tell(desk, id, said.apply(desk.record(id, events)));
    }
    return 0;
  }

  /// What was done, or the whole case as JSON.
  void tell(CaseDesk desk, CaseId id, String said) throws IOException {
    if (json()) {
      println(CaseJson.of(desk.read(id), now()));
    } else {
      println(id + ": " + said);
    }
  }

  void show(CaseDesk desk, CaseId id) throws IOException {
    if (json()) {
      println(CaseJson.of(desk.read(id), now()));
    } else {
      new CaseText(spec.commandLine().getOut(), now()).print(desk.read(id));
    }
  }

  /// Does something with an act and tells how it ended.
  ///
  /// @return the exit code
  int on(NamedAct named, BiFunction<Containment, CaseId, Containment.Done> doing)
      throws IOException {
    try (var desk = desk()) {
      var done = doing.apply(new Containment(desk, person(), clock), desk.find(named.word()));
      if (json()) {
        println(ActJson.of(done, now()));
      } else {
        new ActText(out(), now()).print(done);
      }
      return done.exitCode();
    }
  }

  void println(String line) {
    out().println(line);
  }

  /// The member of a closed set.
  ///
  /// @throws CofferdamException CFD-APP-0156 where there is none of that name
  static <E extends Enum<E> & Worded> E word(Class<E> set, String what, String word) {
    return Worded.named(set, word.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> unknown(what, word, Worded.words(set)));
  }

  private static CofferdamException unknown(String what, String word, Collection<String> known) {
    return new CofferdamException(
        "CFD-APP-0156",
        ErrorCategory.INVALID_INPUT,
        "`" + what + "` is `" + word + "` [" + String.join(", ", known) + "]",
        NearestName.of(word, known)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("the words in brackets are all there are"));
  }
}
