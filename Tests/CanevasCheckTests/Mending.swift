import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTestSupport

/// A file among others, before and after all of its safe fixes.
struct Mending {
  let before: SourceFile
  let after: SourceFile
  let mender: Mender
  let findingsBefore: [Diagnostic]
  let findingsAfter: [Diagnostic]
  /// What each finding that was mended was about.
  let marked: [Diagnostic: String]

  init(_ file: SourceFile, among others: [String: String]) {
    var others = others
    others[file.path] = nil
    func findings(_ file: SourceFile) -> [Diagnostic] {
      check(catalogue(others, file)).filter { $0.location.path == file.path }
    }
    var current = file
    var mender = Mender()
    var found = findings(file)
    findingsBefore = found
    var marked: [Diagnostic: String] = [:]
    while let next = mender.round(found, in: { $0 == file.path ? current : nil }).first {
      for finding in found { marked[finding] = current.text(finding.location.range) }
      current = next
      found = findings(current)
    }
    before = file
    after = current
    findingsAfter = found
    self.mender = mender
    self.marked = marked
  }

  var codes: Set<String> { Set(mender.made(in: before.path).map(\.finding.code)) }
}

/// What a safe fix may change in what a document says.
enum Change {
  /// Nothing: the model is the same.
  case nothing
  /// The order of the sections alone.
  case order
  /// How the text is read: no word of it.
  case reading
  /// The heading that the finding is about.
  case heading
  /// The comment that the finding is about.
  case comment
}

/// What the safe fixes of a code may change. A code that is not here has no safe fix.
let changesOfSafeFixes: [String: Change] = [
  "marque-d-ordre": .nothing,
  "fins-de-ligne-melees": .nothing,
  "titre-variante": .nothing,
  "titre-de-mauvais-niveau": .nothing,
  "prose-au-lieu-de-liste": .nothing,
  "section-mal-placee": .order,
  "puce-tapee": .reading,
  "titre-sans-espace": .reading,
  "flux-illisible": .reading,
  "section-inconnue": .heading,
  "derogation-inutile": .comment,
]

/// What a document says, in lines that tell nothing of places: its model, but for its defects and
/// for how fixed headings are spelt.
func meaning(of file: SourceFile) -> [String] {
  guard let id = DocumentID(path: file.path) else { return [] }
  let dump = ModelDump(TypedDocument(ParsedFile(file), id: id)).text
  return dump.split(separator: "\n").filter { !$0.hasPrefix("défaut: ") }.map { line in
    guard line.hasPrefix("## "), !line.hasPrefix("## libre") else { return folded(String(line)) }
    return String(line.prefix { $0 != "«" })
  }
}

/// The words of a file, folded, sorted: each as often as it stands there.
func words(of text: String) -> [String] {
  folded(text).split { !($0.isLetter || $0.isNumber) }.map(String.init).sorted()
}

/// The words of the first that the second lacks.
func lost(_ before: [String], _ after: [String]) -> [String] {
  var counts = Dictionary(after.map { ($0, 1) }, uniquingKeysWith: +)
  return before.filter { word in
    guard let count = counts[word], count > 0 else { return true }
    counts[word] = count - 1
    return false
  }
}
