/// A text as a part of an address: every byte but those of unreserved characters as `%` and two
/// digits; of a path, the slashes stay, too (RFC 3986, section 2).
package func percentEncoded(_ text: String, isPath: Bool = false) -> String {
  var encoded: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      encoded.append(byte)
    case UInt8(ascii: "/") where isPath:
      encoded.append(byte)
    default:
      let hex = String(byte, radix: 16, uppercase: true)
      encoded += (byte < 16 ? "%0" + hex : "%" + hex).utf8
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}

/// Text with its `%XX` sequences undone; what is no UTF-8 stays as it was.
package func percentDecoded(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let value = UInt8(
        String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
    {
      result.append(value)
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(validating: result, as: UTF8.self) ?? text
}
