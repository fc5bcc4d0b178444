package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing that decided. Its sentence is put together when somebody asks for it, since most
/// decisions are made by the thousand and read by nobody.
public final class Because {
  private final PolicyLayer layer;
  private final String document;
  private final @Nullable Statement source;
  private final Supplier<String> words;

  Because(PolicyLayer layer, String document, @Nullable Statement source, Supplier<String> words) {
    this.layer = layer;
    this.document = document;
    this.source = source;
    this.words = words;
  }

  static Because of(PolicyLayer layer, String sentence) {
    return new Because(layer, "", null, () -> sentence);
  }

  public PolicyLayer layer() {
    return layer;
  }

  /// Which document of the layer: `policy 2`, `level 1, policy 3`; empty where there is only one.
  public String document() {
    return document;
  }

  /// The statement's name, or empty where no statement is concerned.
  public String statement() {
    return source == null ? "" : source.name();
  }

  /// The statement itself.
  public Optional<Statement> source() {
    return Optional.ofNullable(source);
  }

  /// For a person.
  public String sentence() {
    return words.get();
  }

  @Override
  public String toString() {
    return sentence();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Because that
        && layer == that.layer
        && sentence().equals(that.sentence());
  }

  @Override
  public int hashCode() {
    return Objects.hash(layer, sentence());
  }
}
