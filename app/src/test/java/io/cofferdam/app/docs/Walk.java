package io.cofferdam.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.cli.Ran;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A page that shows commands and what they said, made by running them. Ids, keys and hashes are
/// replaced by invented ones.
public final class Walk {
  private static final Pattern CASE = Pattern.compile("case-20260320-[0-9a-f]{8}");
  private static final Pattern KEY = Pattern.compile("cofferdam/key-[0-9a-f]{16}(\\+\\S+)?");
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final List<String> FILES =
      List.of("report", "mara.pem", "tomas.pem", "mara.pem.vkey", "tomas.pem.vkey");

  private final Path folder;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> names = new LinkedHashMap<>();

  public Walk(Path folder) {
    this.folder = folder;
  }

  /// What stands on the page in place of something that is other in each run.
  public Walk naming(String found, String shown) {
    names.put(found, shown);
    return this;
  }

  /// Words between the commands.
  public void say(String words) {
    text.append(words);
  }

  /// The id of the case that was opened.
  public String id() {
    return names.keySet().stream().filter(each -> CASE.matcher(each).matches()).findFirst().get();
  }

  /// A command that does what it is asked.
  public Ran run(String... words) {
    return ends(0, words);
  }

  /// A command that ends with that code and says so on its output.
  public Ran ends(int code, String... words) {
    var ran = shown(words);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).as(ran.out()).isEqualTo(code);
    text.append(plain(ran.out())).append("```\n\n");
    return ran;
  }

  /// A command that is refused.
  public void refused(String... words) {
    var ran = shown(words);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.code()).isEqualTo(2);
    text.append(plain(ran.err())).append("```\n\n");
  }

  /// The page.
  public String page() {
    return text.toString();
  }

  /// Makes the logs of an invented leak and investigates them into `report`.
  public void leak() {
    var drill = folder.resolve("drill");
    assertThat(
            Ran.program(
                    folder,
                    "--quiet",
                    "drill",
                    "generate",
                    "public-training-bucket",
                    "--seed",
                    "7",
                    "--out",
                    drill.toString())
                .code())
        .isZero();
    assertThat(
            Ran.investigate(
                    folder,
                    drill.resolve("logs").toString(),
                    "--data-map",
                    drill.resolve("data-map.yaml").toString())
                .code())
        .isZero();
  }

  private Ran shown(String... words) {
    var arguments = new ArrayList<String>();
    for (var word : words) {
      arguments.add(FILES.contains(word) ? folder.resolve(word).toString() : word);
    }
    var ran = Ran.program(folder, arguments.toArray(String[]::new));
    var found = CASE.matcher(ran.out());
    while (found.find()) {
      names.putIfAbsent(found.group(), "case-20260320-0a1b2c3d");
    }
    text.append("```\n$ ./cofferdam");
    for (var word : words) {
      text.append(' ').append(word.contains(" ") ? "\"" + plain(word) + "\"" : plain(word));
    }
    text.append('\n');
    return ran;
  }

  private String plain(String said) {
    var text = said;
    for (var each : names.entrySet()) {
      text = text.replace(each.getKey(), each.getValue());
      if (CASE.matcher(each.getKey()).matches()) {
        text = text.replace(suffix(each.getKey()), suffix(each.getValue()));
      }
    }
    text = text.replace(folder.resolve("home").toString(), "~/.cofferdam");
    text = text.replace(folder.toString(), "~");
    text = KEY.matcher(text).replaceAll("cofferdam/key-0123456789abcdef");
    return HASH.matcher(text).replaceAll("ab".repeat(32));
  }

  private static String suffix(String id) {
    return id.substring(id.length() - 8);
  }
}
