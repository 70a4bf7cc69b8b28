/// Appends text with the four characters replaced that mean something in HTML.
package func appendEscaped(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
  var copied = text.startIndex
  for index in text.indices {
    let reference: StaticString
    switch text[index] {
    case UInt8(ascii: "\""): reference = "&quot;"
    case UInt8(ascii: "&"): reference = "&amp;"
    case UInt8(ascii: "<"): reference = "&lt;"
    case UInt8(ascii: ">"): reference = "&gt;"
    default: continue
    }
    output += text[copied..<index]
    append(reference, to: &output)
    copied = index + 1
  }
  output += text[copied...]
}

/// Appends an address for an attribute: percent-encoded where it must be, empty if following it
/// would run a script or open a local file.
func appendAddress(_ address: ArraySlice<UInt8>, to output: inout [UInt8]) {
  guard !isDangerous(address) else { return }
  for byte in address {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;", to: &output)
    case UInt8(ascii: "'"): append("&#x27;", to: &output)
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D,
      0x3F, 0x40, 0x5F, 0x7E:
      output.append(byte)
    default:
      output.append(UInt8(ascii: "%"))
      output.append(hexadecimalDigit(byte >> 4))
      output.append(hexadecimalDigit(byte & 0xF))
    }
  }
}

/// Whether an address has one of the schemes that libcmark's safe mode leaves out.
private func isDangerous(_ address: ArraySlice<UInt8>) -> Bool {
  func opens(with prefix: StaticString) -> Bool {
    let prefix = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    return address.count >= prefix.count
      && zip(address, prefix).allSatisfy { lowercased($0) == $1 }
  }
  switch address.first.map(lowercased) {
  case UInt8(ascii: "j"): return opens(with: "javascript:")
  case UInt8(ascii: "v"): return opens(with: "vbscript:")
  case UInt8(ascii: "f"): return opens(with: "file:")
  case UInt8(ascii: "d"):
    return opens(with: "data:")
      && !(opens(with: "data:image/png") || opens(with: "data:image/gif")
        || opens(with: "data:image/jpeg") || opens(with: "data:image/webp"))
  default: return false
  }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

private func append(_ text: StaticString, to output: inout [UInt8]) {
  output.append(
    contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
}
