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
    let lines = SourceLines(file.bytes)
    if let place = lines.firstBottomlessOpening {
      self.init(unparsed: file, checks.defects + [tooDeep(place)])
      return
    }
    let tree = file.bytes.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let tree else { preconditionFailure("libcmark gave no tree") }
    defer { cmark_node_free(tree) }

    var builder = TreeBuilder(lines)
    if let place = builder.build(tree) {
      self.init(unparsed: file, checks.defects + [tooDeep(place)])
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

private func tooDeep(_ place: ByteRange) -> Defect {
  Defect(.tooDeep(limit: Limits.nesting), place)
}

extension SourceLines {
  /// The first line with a marker so far to the right that thousands of containers might be open
  /// there. libcmark looks at every open container for every further line, which takes it minutes
  /// within the size of a document.
  fileprivate var firstBottomlessOpening: ByteRange? {
    let widest = 10 * Limits.nesting
    for (index, line) in ranges.enumerated() where line.count > widest / 4 {
      var opening = opening(of: index)
      var markers = 0
      while opening.column <= widest, opening.takeContainerMarker() { markers += 1 }
      if markers > 0, opening.column > widest { return ByteRange(at: opening.offset) }
    }
    return nil
  }
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
