package import CanevasSource
import FoundationEssentials

/// The project's folder, found from this file's own path.
package let projectFolder: String = {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast(3).joined(separator: "/")
}()

/// The folder `Tests/Fixtures`.
package let fixturesFolder = projectFolder + "/Tests/Fixtures"

/// A text in which `⟦` and `⟧` mark ranges of bytes.
package struct MarkedText: Sendable {
  /// The text without its marks.
  package let text: String
  /// The marked ranges, in order of their starts.
  package let ranges: [ByteRange]

  package init(_ marked: String) {
    var text = ""
    var ranges: [ByteRange] = []
    var starts: [Int] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": starts.append(text.utf8.count)
      case "⟧":
        if let start = starts.popLast() { ranges.append(ByteRange(start, text.utf8.count)) }
      default: text.unicodeScalars.append(scalar)
      }
    }
    self.text = text
    self.ranges = ranges.sorted()
  }
}
