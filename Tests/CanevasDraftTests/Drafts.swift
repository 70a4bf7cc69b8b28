import CanevasCheck
import CanevasDraft
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate
import CanevasTestSupport
import Foundation
import Testing

/// The templates as they are in the project's folder.
let templates: TemplateSet = {
  let name = Blank.template + ".mustache"
  let bytes = FileManager.default.contents(atPath: projectFolder + "/templates/" + name)
  return TemplateSet.compile([
    Blank.template: SourceFile(path: name, bytes: Array(bytes ?? Data()))
  ]).set
}()

/// A document of a small catalogue: what the rules say of it, and what it is read as.
struct ReadDocument {
  let document: TypedDocument
  let findings: [Diagnostic]

  init(_ text: [UInt8], at path: String) throws {
    let sheet = SourceFile(path: "canvases/catalogue.md", text: "# Catalogue\n")
    let theme = SourceFile(
      path: "canvases/themes/quartier.md",
      text: "# Le [quartier]\n\n- Couleur : vert\n\n## ENJEU STRATÉGIQUE RÉGIONAL\n\nDu lien.\n\n"
        + "## OPPORTUNITÉ\n\nDes lieux.\n")
    let file = SourceFile(path: path, bytes: text)
    let catalogue = Catalogue([sheet, theme, file].map { ReadFile($0) })
    let index = try #require(DocumentID(path: path).flatMap(catalogue.index))
    document = catalogue.documents[index]
    findings = check(catalogue).filter { $0.location.path == path }
  }

  var errors: [Diagnostic] { findings.filter { $0.severity == .error } }
  var warnings: Set<String> { Set(findings.filter { $0.severity == .warning }.map(\.code)) }

  /// What a reader sees of the document, block by block; that nothing in it is markup but blocks,
  /// comments and the links of its metadata.
  var texts: [String] {
    var texts: [String] = []
    func visit(_ block: Block) {
      switch block.kind {
      case .heading, .paragraph:
        texts.append(block.text.plain)
        for inline in block.inlines where inline.kind != .text {
          #expect(inline.kind == .html && inline.isComment, "\(inline.kind) in \(block.text.plain)")
        }
      case .bulletList, .orderedList, .item: for child in block.children { visit(child) }
      case .htmlBlock: #expect(block.isComment)
      case .blockQuote, .codeBlock, .thematicBreak: Issue.record("a \(block.kind)")
      }
    }
    for block in document.document.blocks { visit(block) }
    return texts
  }
}

/// A small generator of random numbers with a state that a test can name (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
