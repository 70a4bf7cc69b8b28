import CanevasCheck
import CanevasEditor
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTestSupport
import FoundationEssentials
import Testing

/// The small catalogue that editors are tried on.
let editorFiles = files(under: fixturesFolder + "/editor/", among: ["canvases/", "seeds/"])
/// The project's own catalogue.
let ownFiles = files(under: projectFolder + "/", among: ["canvases/", "seeds/"])

private func files(under root: String, among folders: [String]) -> [SourceFile] {
  let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
  return paths.filter { path in
    path.hasSuffix(".md") && folders.contains(where: path.hasPrefix)
  }.sorted().map { path in
    SourceFile(
      path: path, bytes: [UInt8](FileManager.default.contents(atPath: root + path) ?? Data()))
  }
}

/// A catalogue of files, one of them put in another's place or added.
func catalogue(_ files: [SourceFile], with file: SourceFile? = nil) -> Catalogue {
  let others = files.filter { $0.path != file?.path }
  return Catalogue((others + (file.map { [$0] } ?? [])).map { ReadFile($0) })
}

extension Catalogue {
  /// The document of a path.
  func index(at path: String) -> Index? {
    documents.firstIndex { $0.file.path == path }
  }
}

/// Questions about documents, with the answers that are expected: one file a feature.
///
/// A question opens with `? `, then the path of a document. What follows says where the cursor
/// stands, marked by `‸`: `« a‸b »` in the text as it is; `« a » : « b‸ »` with a text changed;
/// the whole document, on the lines below; nowhere. Words behind `--` are given along. The answer
/// stands below `=>`.
struct EditorCase {
  let question: String
  let catalogue: Catalogue
  let index: Catalogue.Index
  let cursor: Int
  let argument: String

  var query: EditorQuery { EditorQuery(index, of: catalogue, language: .french) }
  var file: SourceFile { catalogue.documents[index].file }

  init?(_ question: String) {
    self.question = question
    let lines = question.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let header = lines[0].dropFirst(2).split(separator: " -- ", maxSplits: 1)
    argument = header.count > 1 ? String(header[1]) : ""
    let parts = header[0].split(separator: " ", maxSplits: 1)
    let path = String(parts[0])
    let quoted = (parts.count > 1 ? String(parts[1]) : "").split(separator: "« ").compactMap {
      $0.split(separator: " »", omittingEmptySubsequences: false).first.map(String.init)
    }
    var text =
      editorFiles.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    if quoted.count == 2 {
      let changed = quoted[1].replacing("⏎", with: "\n")
      text = text.replacing(quoted[0], with: changed, maxReplacements: 1)
    } else if let snippet = quoted.first {
      text = text.replacing(snippet.replacing("‸", with: ""), with: snippet, maxReplacements: 1)
    } else if lines.count > 1, !lines[1].isEmpty {
      text = String(lines[1])
    }
    let bytes = Array(text.replacing("‸", with: "").utf8)
    cursor = text.firstRange(of: "‸").map { text[..<$0.lowerBound].utf8.count } ?? 0
    catalogue = CanevasEditorTests.catalogue(
      editorFiles, with: SourceFile(path: path, bytes: bytes))
    guard let index = catalogue.index(at: path) else { return nil }
    self.index = index
  }
}

/// Asks the questions of a file again, and expects it to have the same answers.
func expectAnswers(in name: String, _ answer: (EditorCase) -> String) throws {
  let path = "editor/cases/\(name).txt"
  let text = try String(contentsOfFile: fixturesFolder + "/" + path, encoding: .utf8)
  var parts: [String] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("? ") || parts.isEmpty {
      parts.append(String(line))
    } else {
      parts[parts.count - 1] += "\n" + line
    }
  }
  let answered = parts.map { part -> String in
    guard part.hasPrefix("? ") else { return part }
    let question = part.firstRange(of: "\n=>").map { String(part[..<$0.lowerBound]) } ?? part
    var trimmed = question
    while part.firstRange(of: "\n=>") == nil, trimmed.hasSuffix("\n") { trimmed.removeLast() }
    guard let asked = EditorCase(trimmed) else { return trimmed + "\n=>\nno such document\n" }
    return trimmed + "\n=>\n" + answer(asked) + "\n"
  }
  expectGolden(answered.joined(separator: "\n"), at: path)
}

extension SourceFile {
  /// A place as line and column, and what stands there.
  func shown(_ range: ByteRange) -> String {
    let position = LineIndex(bytes).position(at: range.lowerBound, in: bytes)
    let text = self.text(range).replacing("\n", with: "⏎")
    return "\(position.line):\(position.column) « \(text) »"
  }

  /// The lines that a range spans, from the first to the last.
  func lines(_ range: ByteRange) -> String {
    let index = LineIndex(bytes)
    return "\(index.line(at: range.lowerBound))–\(index.line(at: range.upperBound))"
  }
}

extension Catalogue {
  func shown(_ location: Location) -> String {
    guard let index = index(at: location.path) else { return location.path + " ?" }
    return location.path + ":" + documents[index].file.shown(location.range)
  }

  /// The files of a catalogue after an edit.
  func applying(_ edit: CatalogueEdit) -> [SourceFile] {
    documents.map { document in
      let edits = edit.edits[document.file.path] ?? []
      let path = edit.moves.first { $0.from == document.file.path }?.to ?? document.file.path
      return SourceFile(path: path, bytes: edits.applied(to: document.file.bytes))
    }
  }

  /// What an edit changes, line by line.
  func shown(_ edit: CatalogueEdit) -> String {
    var lines: [String] = []
    for path in edit.edits.keys.sorted() {
      guard let index = index(at: path), let edits = edit.edits[path] else { continue }
      lines.append(path)
      let before = documents[index].file
      let after = String(decoding: edits.applied(to: before.bytes), as: UTF8.self)
      let old = String(decoding: before.bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      let new = after.split(separator: "\n", omittingEmptySubsequences: false)
      for change in new.difference(from: old) {
        switch change {
        case .remove(_, let line, _): lines.append("  - \(line)")
        case .insert(_, let line, _): lines.append("  + \(line)")
        }
      }
    }
    return (lines + edit.moves.map { "\($0.from) ⇒ \($0.to)" }).joined(separator: "\n")
  }
}
