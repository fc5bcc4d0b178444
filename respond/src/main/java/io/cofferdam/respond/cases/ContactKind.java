package io.cofferdam.respond.cases;

/// Whom one calls from a case without their being on it.
public enum ContactKind implements Worded {
  LEGAL,
  FORENSIC_RETAINER,
  AUTHORITY,
  LAW_ENFORCEMENT,
  CLOUD_PROVIDER,
  PROCESSOR,
  INSURER,
  PRESS,
  OTHER
}
