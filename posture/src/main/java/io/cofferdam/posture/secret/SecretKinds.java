package io.cofferdam.posture.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kinds of secrets that are recognised by their form. Each is told by a fixed beginning or a
/// frame that ordinary configuration does not have; identifiers that are no secrets, such as the id
/// of an access key, are not among them.
final class SecretKinds {
  /// @param name what people call it
  /// @param hint letters that any text with one has, to pass over most texts quickly
  /// @param pattern what is to be replaced: its group, or all of it where it has none
  private record Kind(String name, String hint, Pattern pattern) {}

  static final String NAMED = "named as a secret";
  private static final int LOOKED_AT = 256 << 10;

  /// A password that a text sets, also within JSON within JSON; not one that it refers to.
  private static final String SET =
      "(?i)\\bpassword[\"'\\\\]{0,4}\\s{0,3}[=:]\\s{0,3}[\"'\\\\]{0,4}([^\\s\"'\\\\&;,{}()<>$*\\[]{6,200})";

  private static final List<Kind> KINDS =
      List.of(
          kind(
              "private key",
              "PRIVATE KEY",
              "-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?:"
                  + " BLOCK)?-----[A-Za-z0-9+/=\\s:,.()\\\\-]{0,20000}"),
          kind(
              "AWS secret access key",
              "",
              "(?i)aws.{0,20}secret.{0,30}[\\s=:\"']{1,4}([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])"),
          kind("AWS session token", "FwoGZXIvYXdz", "FwoGZXIvYXdz[A-Za-z0-9/+=]{60,4000}"),
          kind("AWS session token", "IQoJb3JpZ2lu", "IQoJb3JpZ2lu[A-Za-z0-9/+=]{60,4000}"),
          kind("GitHub token", "gh", "(?<![A-Za-z0-9_-])gh[pousr]_[A-Za-z0-9]{36,255}"),
          kind("GitHub token", "github_pat_", "(?<![A-Za-z0-9_-])github_pat_[A-Za-z0-9_]{22,255}"),
          kind("GitLab token", "glpat-", "(?<![A-Za-z0-9_-])glpat-[A-Za-z0-9_-]{20,64}"),
          kind("Slack token", "xox", "(?<![A-Za-z0-9_-])xox[abeoprs]-[A-Za-z0-9-]{10,250}"),
          kind(
              "Slack webhook",
              "hooks.slack.com",
              "https://hooks\\.slack\\.com/services/[^\\s\"']+"),
          kind("Anthropic API key", "sk-ant-", "(?<![A-Za-z0-9_-])sk-ant-[A-Za-z0-9_-]{20,200}"),
          kind(
              "OpenAI API key",
              "sk-",
              "(?<![A-Za-z0-9_-])sk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,200}"),
          kind("Hugging Face token", "hf_", "(?<![A-Za-z0-9_-])hf_[A-Za-z0-9]{30,60}"),
          kind("Google API key", "AIza", "(?<![A-Za-z0-9_-])AIza[A-Za-z0-9_-]{35}"),
          kind("Stripe key", "k_live_", "(?<![A-Za-z0-9_-])[rs]k_live_[A-Za-z0-9]{16,128}"),
          kind("npm token", "npm_", "(?<![A-Za-z0-9_-])npm_[A-Za-z0-9]{36}"),
          kind(
              "JSON web token",
              "eyJ",
              "eyJ[A-Za-z0-9_-]{8,4000}\\.eyJ[A-Za-z0-9_-]{8,8000}\\.[A-Za-z0-9_-]{8,2000}"),
          kind("password in an address", "://", "://[^\\s:/@\"']{0,100}:([^\\s/@\"']{3,200})@"),
          kind("password", "assword", SET),
          kind("password", "ASSWORD", SET),
          kind(
              "password",
              "",
              "(?i)\\b(?:password|passwd|pwd|secret|api[_-]?key|access[_-]?token|auth[_-]?token)"
                  + "[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?([^\\s\"'&;,{}()<>]{6,200})"));

  private static final List<Kind> FRAMED =
      KINDS.stream().filter(kind -> !kind.hint().isEmpty()).toList();

  private SecretKinds() {}

  private static Kind kind(String name, String hint, String pattern) {
    return new Kind(name, hint, Pattern.compile(pattern));
  }

  /// The names of the kinds in the first 256 KiB of a text that may hold anything, each once.
  static List<String> in(String text) {
    var begin = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    return KINDS.stream()
        .filter(kind -> begin.contains(kind.hint()) && kind.pattern().matcher(begin).find())
        .map(Kind::name)
        .distinct()
        .toList();
  }

  /// A text of ordinary configuration with a mark in place of each secret; the text itself where
  /// there is none.
  static String without(String text) {
    var clean = text;
    for (var kind : FRAMED) {
      if (clean.contains(kind.hint())) {
        clean = kind.pattern().matcher(clean).replaceAll(found -> replaced(kind, found));
      }
    }
    return clean;
  }

  private static String replaced(Kind kind, MatchResult found) {
    var mark = Redaction.mark(List.of(kind.name()));
    if (found.groupCount() == 0) {
      return Matcher.quoteReplacement(mark);
    }
    var all = found.group();
    var from = found.start(1) - found.start();
    var to = found.end(1) - found.start();
    return Matcher.quoteReplacement(all.substring(0, from) + mark + all.substring(to));
  }

  /// The kinds of a value by the name that it goes under, and by its form.
  static List<String> named(String name, String value) {
    var kinds = new ArrayList<>(in(value));
    if (kinds.isEmpty() && !value.isBlank() && SECRET_NAME.matcher(name).find()) {
      kinds.add(NAMED);
    }
    return kinds;
  }

  /// Whether a tag is named as a secret and has a value that can be one.
  static boolean secretTag(String name, String value) {
    return SECRET_NAME.matcher(name).find() && CAN_BE.matcher(value).matches();
  }

  /// Long enough, and no reference to where a secret is kept.
  private static final Pattern CAN_BE =
      Pattern.compile("(?!arn:|true|false|enabled|disabled).{6,}");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i)passw|passwd|pwd|secret|token|api_?key|access_?key|private_?key|credential|_dsn$");
}
