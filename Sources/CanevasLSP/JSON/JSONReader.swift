extension JSONValue {
  /// The value that `bytes` hold; `nil` where they are no JSON text, or one nested so deeply that
  /// nobody means it.
  init?(parsing bytes: [UInt8]) {
    var reader = JSONReader(bytes: bytes)
    guard let value = reader.value(), reader.isAtEnd() else { return nil }
    self = value
  }
}

/// Reads one JSON text. Every function gives `nil` where the text is malformed.
private struct JSONReader {
  private static let depthLimit = 200

  let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func isAtEnd() -> Bool {
    skipSpace()
    return place == bytes.count
  }

  mutating func value() -> JSONValue? {
    skipSpace()
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "{"): return nested { $0.object() }
    case UInt8(ascii: "["): return nested { $0.array() }
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func nested(_ read: (inout JSONReader) -> JSONValue?) -> JSONValue? {
    guard depth < Self.depthLimit else { return nil }
    depth += 1
    defer { depth -= 1 }
    place += 1
    return read(&self)
  }

  private mutating func object() -> JSONValue? {
    var members: [JSONValue.Member] = []
    if skip(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard let key = string(), skip(UInt8(ascii: ":")), let value = value() else { return nil }
      members.append(JSONValue.Member(key: key, value: value))
    } while skip(UInt8(ascii: ","))
    return skip(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func array() -> JSONValue? {
    var elements: [JSONValue] = []
    if skip(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      guard let element = value() else { return nil }
      elements.append(element)
    } while skip(UInt8(ascii: ","))
    return skip(UInt8(ascii: "]")) ? .array(elements) : nil
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
    let letters = word.withUTF8Buffer { Array($0) }
    guard bytes[place...].starts(with: letters) else { return nil }
    place += letters.count
    return value
  }

  private mutating func number() -> JSONValue? {
    let start = place
    var isInteger = true
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    let first = place
    guard digits() else { return nil }
    if bytes[first] == UInt8(ascii: "0"), place > first + 1 { return nil }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      isInteger = false
      place += 1
      guard digits() else { return nil }
    }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      place += 1
      if place < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[place]) {
        place += 1
      }
      guard digits() else { return nil }
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isInteger, let number = Int(text) { return .int(number) }
    return Double(text).flatMap { $0.isFinite ? .double($0) : nil }
  }

  /// Passes over one digit or more.
  private mutating func digits() -> Bool {
    let start = place
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) {
      place += 1
    }
    return place > start
  }

  private mutating func string() -> String? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
    place += 1
    var text: [UInt8] = []
    var start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        text += bytes[start..<place]
        place += 1
        return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<place]
        guard let scalar = escape() else { return nil }
        text += UTF8.encode(scalar)!
        start = place
      case ..<0x20:
        return nil
      default:
        place += 1
      }
    }
    return nil
  }

  /// The character that an escape sequence stands for; half of a pair stands for U+FFFD.
  private mutating func escape() -> Unicode.Scalar? {
    guard place + 1 < bytes.count else { return nil }
    let letter = bytes[place + 1]
    place += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal(at: place) else { return nil }
      place += 4
      return scalar(startingWith: unit)
    default: return nil
    }
  }

  private mutating func scalar(startingWith unit: UInt16) -> Unicode.Scalar? {
    if UTF16.isLeadSurrogate(unit), place + 1 < bytes.count,
      bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u"),
      let second = hexadecimal(at: place + 2), UTF16.isTrailSurrogate(second)
    {
      place += 6
      return UTF16.decode(UTF16.EncodedScalar([unit, second]))
    }
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }

  private func hexadecimal(at start: Int) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[start..<start + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  /// Passes over white space, and over `byte` if it comes next.
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
  }
}
