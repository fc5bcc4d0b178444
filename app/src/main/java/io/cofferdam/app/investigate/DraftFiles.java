package io.cofferdam.app.investigate;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import io.cofferdam.notify.draft.DraftCase;
import io.cofferdam.notify.draft.Drafts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes the drafts for review into `drafts/`; nothing is sent.
final class DraftFiles {
  private final OutFolder out;
  private final Clock clock;

  DraftFiles(OutFolder out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /// Writes them and returns their paths inside the output folder.
  List<String> write(DataMap dataMap, Answers answers, Duties.Found duties) throws IOException {
    var written = new ArrayList<String>();
    var folder = Files.createDirectories(out.file("drafts"));
    for (var draft : Drafts.of(draftCase(dataMap, answers, duties))) {
      Files.writeString(folder.resolve(draft.fileName()), draft.text(), StandardCharsets.UTF_8);
      written.add("drafts/" + draft.fileName());
    }
    return written;
  }

  private DraftCase draftCase(DataMap dataMap, Answers answers, Duties.Found duties) {
    var concerned = concerned(answers);
    return new DraftCase(
        out.folder().getFileName() + "",
        dataMap.organisation(),
        duties.facts(),
        duties.duties(),
        duties.awareness(),
        exposed(answers),
        answers.origin().answers().stream().map(a -> a.words()).toList(),
        concerned.stream().map(each -> name(dataMap, each)).distinct().toList(),
        List.of(),
        List.of(),
        "",
        clock.instant());
  }

  private static List<ResourceId> concerned(Answers answers) {
    return Stream.concat(
            answers.reads().readers().stream().map(ReaderReads::resource),
            answers.exposures().exposures().stream()
                .filter(each -> each.state() == ExposureState.OPEN)
                .map(Exposure::resource))
        .distinct()
        .toList();
  }

  private static String name(DataMap dataMap, ResourceId resource) {
    return dataMap.stores().stream()
            .filter(store -> store.resource().equals(resource))
            .map(Store::name)
            .findFirst()
            .map(name -> name + ", ")
            .orElse("")
        + resource.kind().words()
        + " "
        + resource.shortName();
  }

  /// From the first proved opening or read to the last.
  private static Optional<Window> exposed(Answers answers) {
    var open =
        answers.exposures().exposures().stream()
            .filter(each -> each.state() == ExposureState.OPEN)
            .map(Exposure::window)
            .toList();
    var reads = answers.reads().readers().stream().filter(each -> each.reads() > 0).toList();
    var from =
        Stream.concat(open.stream().map(Window::from), reads.stream().map(ReaderReads::first))
            .min(Comparator.<Instant>naturalOrder());
    var until =
        Stream.concat(open.stream().map(Window::until), reads.stream().map(ReaderReads::last))
            .max(Comparator.<Instant>naturalOrder());
    return from.isPresent() && until.isPresent()
        ? Optional.of(new Window(from.get(), until.get()))
        : Optional.empty();
  }
}
