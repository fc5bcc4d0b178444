package io.cofferdam.access.cases;

/// One question to the engine, with the answer that a document of AWS gives.
///
/// @param family the folder
/// @param file the file's name without its ending
/// @param about what the group of cases shows
/// @param name unique within the family
/// @param expected the name of a [io.cofferdam.access.aws.decide.Decision]
/// @param because a part of what the engine must give as its reason; empty when any will do
/// @param source title and address of the page that gives the answer
/// @param line the question as a line of `access decide --batch`
public record AccessCase(
    String family,
    String file,
    String about,
    String name,
    String expected,
    String because,
    String source,
    String line) {

  /// `family/file/name`.
  public String id() {
    return family + "/" + file + "/" + name;
  }

  @Override
  public String toString() {
    return id();
  }
}
