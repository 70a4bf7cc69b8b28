import CanevasTestSupport
import Foundation
import Testing

/// The project's files as text, for tests that read the house's own rules off them.
enum House {
  static let root = projectFolder

  struct SourceText: Sendable, CustomTestStringConvertible {
    /// Relative to the project's folder.
    let path: String
    let text: String
    var testDescription: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The module that the file belongs to.
    var module: String { String(path.split(separator: "/")[1]) }
  }

  /// The files below a folder whose names have an ending.
  static func files(under folder: String, ending: String) -> [SourceText] {
    let paths = FileManager.default.subpaths(atPath: "\(root)/\(folder)") ?? []
    return paths.filter { $0.hasSuffix(ending) }.sorted().compactMap { path in
      let data = FileManager.default.contents(atPath: "\(root)/\(folder)/\(path)")
      return data.map {
        SourceText(path: "\(folder)/\(path)", text: String(decoding: $0, as: UTF8.self))
      }
    }
  }

  static let sources = files(under: "Sources", ending: ".swift")

  /// The modules that a file imports.
  static func imports(of file: SourceText) -> [String] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1,
        words[..<place].allSatisfy({ ["package", "public", "private", "@testable"].contains($0) })
      else { return nil }
      return words[place + 1].split(separator: ".").first.map(String.init)
    }
  }
}
