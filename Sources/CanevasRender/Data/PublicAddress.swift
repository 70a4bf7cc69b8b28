import CanevasLink
import CanevasModel

extension Site {
  /// The address at which the site will be read, with a slash at its end; `nil` where nobody said
  /// it.
  var baseURL: String? {
    guard let base = options.baseURL ?? settings?.address, !base.isEmpty else { return nil }
    return base.hasSuffix("/") ? base : base + "/"
  }

  /// The absolute address of a file of the site.
  func url(of address: String) -> String? {
    baseURL.map { $0 + (address == "index.html" ? "" : percentEncoded(address)) }
  }

  /// The catalogue's settings.
  var settings: CatalogueFacts? {
    if case .catalogue(let facts) = catalogue.sheet?.facts { facts } else { nil }
  }

  /// The catalogue's title as plain text.
  var siteTitle: String { catalogue.sheet?.title ?? "" }
}

/// A path as an address on the web writes it: every byte beyond letters, digits and `-._~/` as
/// `%` and two digits (RFC 3986, section 2).
private func percentEncoded(_ path: String) -> String {
  var encoded: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      encoded.append(byte)
    default:
      let hex = String(byte, radix: 16, uppercase: true)
      encoded += (byte < 16 ? "%0" + hex : "%" + hex).utf8
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
