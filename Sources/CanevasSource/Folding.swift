/// Text reduced to what names are compared by: lower-case ASCII letters without accents, one
/// kind of apostrophe, single spaces. Precomposed and decomposed accents fold alike.
///
/// Works on UTF-8 bytes and knows the Latin letters of French and its neighbours; other scripts
/// pass through as they are.
package func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.underestimatedCount)
  var pendingSpace = false
  func space() { pendingSpace = !result.isEmpty }
  func append(_ byte: UInt8) {
    if pendingSpace { result.append(UInt8(ascii: " ")) }
    pendingSpace = false
    result.append(byte)
  }

  var iterator = bytes.makeIterator()
  while let byte = iterator.next() {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
    case 0x20, 0x09...0x0D: space()
    case ..<0x80: append(byte)
    default:
      var sequence = [byte]
      for _ in 1..<max(2, sequenceLength(byte)) {
        if let next = iterator.next() { sequence.append(next) }
      }
      switch foldedScalar(sequence) {
      case .space: space()
      case .nothing: break
      case .text(let text): for byte in text.utf8 { append(byte) }
      case .unknown: for byte in sequence { append(byte) }
      }
    }
  }
  return result
}

/// `folded(_:)` of a string, as a string: for keys of dictionaries.
package func folded(_ text: String) -> String {
  String(decoding: folded(text.utf8), as: UTF8.self)
}

/// What one scalar beyond ASCII becomes.
private enum FoldedScalar {
  case space, nothing, unknown
  case text(String)
}

/// How many bytes the UTF-8 sequence has that opens with `lead`; 1 for a stray byte.
private func sequenceLength(_ lead: UInt8) -> Int {
  switch lead {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 1
  }
}

private func foldedScalar(_ sequence: [UInt8]) -> FoldedScalar {
  guard sequence.count > 1 else { return .unknown }
  switch (sequence[0], sequence[1]) {
  case (0xC2, 0xA0): return .space
  case (0xC2, 0xAD): return .nothing  // soft hyphen
  case (0xC3, let low): return latin1[Int(low & 0x3F)].map(FoldedScalar.text) ?? .unknown
  case (0xC5, 0x92), (0xC5, 0x93): return .text("oe")
  case (0xC5, 0xB8): return .text("y")
  case (0xC5, 0xA0), (0xC5, 0xA1): return .text("s")
  case (0xC5, 0xBD), (0xC5, 0xBE): return .text("z")
  case (0xCC, _): return .nothing  // combining marks U+0300…U+033F
  case (0xCD, ..<0xB0): return .nothing  // combining marks U+0340…U+036F
  case (0xCA, 0xBC): return .text("'")
  case (0xE2, 0x80):
    switch sequence[2] {
    case 0x80...0x8A, 0xAF: return .space  // fixed spaces and U+202F
    case 0x8B...0x8F: return .nothing  // zero-width characters
    case 0x90...0x92: return .text("-")
    case 0x98, 0x99: return .text("'")
    default: return .unknown
    }
  case (0xE2, 0x81) where sequence[2] == 0xA0: return .nothing  // word joiner
  case (0xEF, 0xBB) where sequence[2] == 0xBF: return .nothing  // byte-order mark
  default: return .unknown
  }
}

/// The letters U+00C0…U+00FF; `nil` where there is no plain letter behind.
private let latin1: [String?] = {
  let upper: [String?] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    nil, "n", "o", "o", "o", "o", "o", nil, "o", "u", "u", "u", "u", "y", nil, nil,
  ]
  var lower = upper
  lower[31] = "y"
  var both = upper + lower
  both[31] = "ss"
  return both
}()
