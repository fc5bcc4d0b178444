package io.cofferdam.notify.rule;

/// To whom a duty is owed; the engine names the instance by country.
public enum RecipientKind {
  /// EEA data protection authority: the lead one, or every one concerned without an establishment.
  SUPERVISORY_AUTHORITY,
  /// The United Kingdom's Information Commissioner.
  UK_COMMISSIONER,
  /// CSIRT or competent authority under NIS2 of the country of main establishment.
  CSIRT,
  DATA_SUBJECTS,
  /// The controller on whose behalf data is processed.
  CONTROLLER,
  /// Recipients of the entity's services.
  SERVICE_RECIPIENTS,
  /// Nobody outside: a record or a check of the organisation itself.
  OWN_RECORDS
}
