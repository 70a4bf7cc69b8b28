extension FileSystem {
  /// The bytes of notes in a file; links are followed.
  package func readNotes(_ path: String) throws(ProjectError) -> [UInt8] {
    guard case .bytes(let bytes) = try read(try resolve(path)) else {
      throw .notAFile(path: path)
    }
    let signatures = ["%PDF-", "PK\u{3}\u{4}", "{\\rtf"]
    if signatures.contains(where: { bytes.starts(with: $0.utf8) }) { throw .notText(path: path) }
    return bytes
  }
}
