package io.cofferdam.access.network.packet;

/// All addresses from `first` to `last`, both included.
public record AddressRange(Address first, Address last) {
  public AddressRange {
    if (first.compareTo(last) > 0) {
      throw new IllegalArgumentException(first + " comes after " + last);
    }
  }

  boolean contains(Address address) {
    return first.compareTo(address) <= 0 && last.compareTo(address) >= 0;
  }

  /// `192.0.2.0-192.0.2.255`, or the address alone.
  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + "-" + last;
  }
}
