package io.cofferdam.access.exposure;

import java.util.List;

/// Objects (READ) or the bucket (LIST) that stand open: those whose ARN matches `pattern` and
/// none of `except`.
///
/// @param pattern an ARN pattern with `*` and `?`, e.g. `arn:aws:s3:::shop-training/public/*`
/// @param because the statement or grant that opens it
public record OpenRegion(String pattern, List<String> except, String because) {
  public OpenRegion {
    except = List.copyOf(except);
  }
}
