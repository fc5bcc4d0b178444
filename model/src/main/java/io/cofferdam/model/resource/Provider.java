package io.cofferdam.model.resource;

/// The cloud, or the company's own estate, that a resource or an event belongs to.
public enum Provider {
  AWS,
  AZURE,
  OWN
}
