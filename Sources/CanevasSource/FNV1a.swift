/// The 64-bit FNV-1a hash of some texts, kept apart by a byte that no UTF-8 text holds.
/// Source: draft-eastlake-fnv, sections 2 and 5.
package struct FNV1a {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func add(_ text: some Sequence<UInt8>) {
    for byte in text { take(byte) }
    take(0xFF)
  }

  /// The same of bytes at hand: other modules call what is not generic without its detours.
  package mutating func add(_ text: ArraySlice<UInt8>) {
    for byte in text { take(byte) }
    take(0xFF)
  }

  /// The same of an array.
  package mutating func add(_ text: [UInt8]) { add(text[...]) }

  /// Adds another hash.
  package mutating func add(_ hash: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      take(UInt8(truncatingIfNeeded: hash >> shift))
    }
  }

  private mutating func take(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash as sixteen digits.
  package var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
