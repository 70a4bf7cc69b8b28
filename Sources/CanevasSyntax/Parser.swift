package import CanevasSource
import Ccmark

extension ParsedFile {
  /// Parses a file with libcmark. It never fails: what keeps a file from being parsed is a defect.
  package init(_ file: SourceFile) {
    let checks = ByteChecks(file.bytes)
    guard checks.isReadable else {
      self.init(unparsed: file, checks.defects)
      return
    }
    let tree = file.bytes.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let tree else { preconditionFailure("libcmark gave no tree") }
    defer { cmark_node_free(tree) }

    var builder = TreeBuilder(SourceLines(file.bytes))
    if let place = builder.build(tree) {
      let defect = Defect(.tooDeep(limit: Limits.nesting), place)
      self.init(unparsed: file, checks.defects + [defect])
    } else {
      self.init(
        document: Document(storage: builder.storage(of: file)), isParsed: true,
        defects: checks.defects)
    }
  }

  private init(unparsed file: SourceFile, _ defects: [Defect]) {
    self.init(document: Document(unparsed: file), isParsed: false, defects: defects)
  }
}

/// A place so far to the right on a line, behind a marker, that a thousand containers and more
/// might be open there. libcmark looks at every open container for every further line, which can
/// take it minutes within the size of a document; a single line is what it takes to open so many.
func bottomlessPlace(of line: ByteRange, in bytes: [UInt8]) -> Int? {
  let widest = 10 * Limits.nesting
  // A tab is four columns at most.
  guard line.count > widest / 4 else { return nil }
  var opening = LineOpening(bytes: bytes, line: line)
  var isMarked = false
  while opening.column <= widest, opening.takeContainerMarker() { isMarked = true }
  return isMarked && opening.column > widest ? opening.offset : nil
}

extension LineOpening {
  /// Takes what might be the marker of a quote or item, with the indentation before it.
  fileprivate mutating func takeContainerMarker() -> Bool {
    takeIndentation()
    let marker = self
    while let digit = next, (0x30...0x39).contains(digit) { take(bytes: 1) }
    let isNumbered = offset > marker.offset
    switch next {
    case UInt8(ascii: ">") where !isNumbered:
      take(bytes: 1)
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard !isNumbered else { break }
      take(bytes: 1)
      if isAtSpace || next == nil { return true }
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      guard isNumbered else { break }
      take(bytes: 1)
      if isAtSpace || next == nil { return true }
    default: break
    }
    self = marker
    return false
  }
}
