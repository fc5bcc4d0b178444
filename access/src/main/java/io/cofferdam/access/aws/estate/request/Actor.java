package io.cofferdam.access.aws.estate.request;

/// A principal of the estate with its standing.
///
/// @param arn of the user or role
public record Actor(String arn, Standing standing) {
  /// The principal with the policies of the snapshot.
  public static Actor of(String arn) {
    return new Actor(arn, Standing.AS_IS);
  }

  public Actor empowered() {
    return new Actor(arn, Standing.EMPOWERED);
  }
}
