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
