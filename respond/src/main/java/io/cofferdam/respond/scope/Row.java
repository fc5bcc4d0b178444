package io.cofferdam.respond.scope;

/// One line of the answer while it is added up: a country (or all) and a data class (or any).
final class Row implements Comparable<Row> {
  final String country;
  final String dataClass;
  long atLeast;
  long likely;
  long touched;
  long extra;
  long declaredAtLeast;
  long declaredEstimate;
  long declaredAtMost;
  long everybody;

  Row(String country, String dataClass) {
    this.country = country;
    this.dataClass = dataClass;
  }

  /// People who are concerned at most, without those whose residence is not known.
  long most() {
    return Math.min(touched + extra, Math.max(touched, everybody)) + declaredAtMost;
  }

  long least() {
    return Math.max(atLeast, declaredAtLeast);
  }

  @Override
  public int compareTo(Row other) {
    int order = country.compareTo(other.country);
    return order != 0 ? order : dataClass.compareTo(other.dataClass);
  }
}
