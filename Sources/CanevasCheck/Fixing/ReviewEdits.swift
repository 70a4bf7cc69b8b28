package import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Catalogue {
  /// What stands in the record of a canvas's review for one document, behind the item's marker.
  package func recordLine(of document: Index, in canvas: Index) -> String {
    let target = documents[document]
    let path = relativePath(to: target.file.path, from: documents[canvas].file.path)
    let title = escapedLinkText(target.title)
    return "[\(title)](\(percentEncoded(path, isPath: true))) (\(fingerprint(of: document)))"
  }

  /// The change by which a canvas is taken to be reviewed against a suspect document as it is now;
  /// `nil` where its record is not written as `canevas review` does.
  func acceptance(of suspect: Suspect, by canvas: Index) -> TextEdit? {
    guard let entries = review(of: canvas)?.entries, let last = entries.last else { return nil }
    if let number = suspect.entry {
      return TextEdit(entries[number].fingerprintRange, suspect.fingerprint.description)
    }
    let file = documents[canvas].file
    let marker = file.text(ByteRange(file.lineStart(last.range.lowerBound), last.range.lowerBound))
    guard marker.trimmingBlanks == "-", marker.first == " " else { return nil }
    return TextEdit(
      ByteRange(at: last.range.upperBound),
      "\n" + marker + recordLine(of: suspect.document, in: canvas))
  }
}

extension String {
  /// The text without the spaces at its ends.
  fileprivate var trimmingBlanks: Substring {
    let text = drop { $0 == " " }
    return text.prefix { $0 != " " }
  }
}
