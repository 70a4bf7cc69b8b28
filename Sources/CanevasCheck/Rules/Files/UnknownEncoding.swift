import CanevasSource

extension Rule {
  static let unknownEncoding = Rule(
    RuleDocumentation(
      "encodage-inconnu", .error,
      summary: Bilingual("un fichier qui n'est pas en UTF-8", "a file that is not UTF-8"),
      reason: Bilingual(
        "Dans un autre encodage, les lettres accentuées se liraient de travers.",
        "In another encoding, accented letters would be misread."),
      remedy: Bilingual(
        "Ouvrir le fichier dans un éditeur et l'enregistrer en UTF-8.",
        "Open the file in an editor and save it as UTF-8."),
      examples: []),
    wording: { defect, context in
      guard defect.kind == .notUTF8 else { return nil }
      return Wording(
        message: Bilingual("encodage inconnu : ce n'est pas de l'UTF-8", "encoding is not UTF-8"),
        label: Bilingual(
          "ces octets ne sont pas de l'UTF-8", "these bytes are not UTF-8"),
        help: Bilingual(
          "enregistrez le fichier en UTF-8 ; il est peut-être en Windows-1252 ou en Latin-1",
          "save the file as UTF-8; it may be in Windows-1252 or Latin-1"),
        fixes: conversion(of: context.file.bytes).map { [$0] } ?? [])
    })
}

/// Reads the bytes that are no UTF-8 as Windows-1252; `nil` when they cannot be read so, or when
/// the file is no text at all.
private func conversion(of bytes: [UInt8]) -> Fix? {
  guard !bytes.contains(0), !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF])
  else { return nil }
  var edits: [TextEdit] = []
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let encoded): offset += encoded.count
    case .emptyInput:
      return Fix(
        Bilingual("lire ces octets en Windows-1252", "read these bytes as Windows-1252"), .review,
        edits)
    case .error(let length):
      for index in offset..<offset + length {
        guard let scalar = windows1252(bytes[index]) else { return nil }
        edits.append(TextEdit(ByteRange(index, index + 1), String(Character(scalar))))
      }
      offset += length
    }
  }
}

/// The character of a byte beyond ASCII in Windows-1252.
private func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
  guard byte < 0xA0 else { return Unicode.Scalar(byte) }
  let place = Int(byte) - 0x80
  let scalar = Array(upperControls.unicodeScalars)[place]
  return scalar == " " ? nil : scalar
}

/// The bytes 80 to 9F of Windows-1252; a space for those that stand for nothing.
private let upperControls = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"
