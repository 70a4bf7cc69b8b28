import CanevasModel
import CanevasSource
import Foundation
import CanevasSyntax
import Testing

/// One document of the catalogue with one slip in it.
struct Mutant: CustomTestStringConvertible, Sendable {
  let slip: String
  let path: String
  let lines: [String]
  /// The lines, counted from one, on one of which the slip has to be found: its own, or those of
  /// its section; the title's for what is not there any more.
  let area: ClosedRange<Int>

  var file: SourceFile { SourceFile(path: path, text: lines.joined(separator: "\n")) }
  var testDescription: String { "\(slip) in \(path):\(area.lowerBound)" }
}

/// A document as lines, for slips to be made in.
struct Page: Sendable {
  let path: String
  let kind: Kind
  let lines: [String]

  init?(_ file: SourceFile) {
    guard let id = DocumentID(path: file.path) else { return nil }
    path = file.path
    kind = id.kind
    lines = file.text(file.wholeRange).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Where the lines are for which `isMeant` holds, but for those of samples in code.
  func places(_ isMeant: (String) -> Bool) -> [Int] {
    var isCode = false
    return lines.indices.filter { place in
      let isFence = lines[place].hasPrefix("```")
      if isFence { isCode.toggle() }
      return !isCode && !isFence && isMeant(lines[place])
    }
  }

  /// The page's fixed sections: the heading's place, and where the next section begins.
  var sections: [(name: SectionName, range: Range<Int>)] {
    let starts = places { $0.hasPrefix("## ") }
    return zip(starts, starts.dropFirst() + [lines.count]).compactMap { start, end in
      guard kind.sections(in: .circular) != nil,
        let name = SectionName(rawValue: String(lines[start].dropFirst(3)))
      else { return nil }
      return (name, start..<end)
    }
  }

  func section(_ name: SectionName) -> Range<Int>? {
    sections.first { $0.name == name }?.range
  }

  /// The items of the metadata list.
  var metadata: [Int] {
    let end = lines.firstIndex { $0.hasPrefix("## ") || $0.hasPrefix("> ") } ?? lines.count
    guard let start = lines[..<end].firstIndex(where: { $0.hasPrefix("- ") }) else { return [] }
    return Array(lines[start..<end].prefix { $0.hasPrefix("- ") }.indices)
  }

  /// The page with a slip that replaces the lines of `range`; it is to be found on `area`, which
  /// is the new lines unless it is given.
  func mutant(
    _ slip: String, _ range: Range<Int>, _ new: [String], area: ClosedRange<Int>? = nil
  ) -> Mutant {
    var lines = lines
    lines.replaceSubrange(range, with: new)
    let own = range.lowerBound + 1...range.lowerBound + max(1, new.count)
    return Mutant(slip: slip, path: path, lines: lines, area: area ?? own)
  }

  /// The page with a slip in one line.
  func mutant(_ slip: String, _ place: Int, _ change: (String) -> String?) -> Mutant? {
    change(lines[place]).map { mutant(slip, place..<place + 1, [$0]) }
  }
}

/// Every slip that can be made, as what makes it in a page wherever it is possible.
struct Slip: CustomTestStringConvertible, Sendable {
  let name: String
  let mutants: @Sendable (Page) -> [Mutant]
  var testDescription: String { name }

  static let all = shape + words + links + map
}

extension Slip {
  /// Slips in the order and number of a document's parts.
  private static let shape: [Slip] = [
    Slip(name: "delete the title") { page in [page.mutant("delete the title", 0..<1, [])] },
    Slip(name: "double the title") { page in
      [page.mutant("double the title", 1..<1, ["", page.lines[0]], area: 1...3)]
    },
    Slip(name: "delete a needed section") { page in
      let needed =
        page.kind == .canvas ? CanvasModel.circular.neededByIdea : page.kind.requiredSections
      return page.sections.filter { needed.contains($0.name) }.map {
        page.mutant("delete a needed section", $0.range, [], area: 1...1)
      }
    },
    Slip(name: "empty a needed section") { page in
      let needed =
        page.kind == .canvas ? CanvasModel.circular.neededByIdea : page.kind.requiredSections
      return page.sections.filter { needed.contains($0.name) }.map {
        page.mutant("empty a needed section", $0.range, [page.lines[$0.range.lowerBound], ""])
      }
    },
    Slip(name: "swap two sections") { page in
      zip(page.sections, page.sections.dropFirst()).map { first, second in
        page.mutant(
          "swap two sections", first.range.lowerBound..<second.range.upperBound,
          Array(page.lines[second.range] + [""] + page.lines[first.range]))
      }
    },
    Slip(name: "double a section") { page in
      page.sections.map { section in
        page.mutant(
          "double a section", section.range.upperBound..<section.range.upperBound,
          [""] + page.lines[section.range])
      }
    },
    Slip(name: "double a key") { page in
      page.metadata.map { page.mutant("double a key", $0 + 1..<$0 + 1, [page.lines[$0]]) }
    },
    Slip(name: "delete a required key") { page in
      page.metadata.filter { place in
        page.kind.requiredKeys.contains { page.lines[place].hasPrefix("- \($0.rawValue) :") }
      }.map { page.mutant("delete a required key", $0..<$0 + 1, [], area: 1...12) }
    },
    Slip(name: "lower a heading") { page in
      page.sections.compactMap { section in
        page.mutant("lower a heading", section.range.lowerBound) { "#" + $0 }
      }
    },
    Slip(name: "leave a conflict marker") { page in
      page.sections.map {
        page.mutant(
          "leave a conflict marker", $0.range.upperBound..<$0.range.upperBound, ["<<<<<<< HEAD"])
      }
    },
    Slip(name: "open with a front matter") { page in
      page.kind == .guidePage
        ? [] : [page.mutant("open with a front matter", 0..<0, ["---", "title: Essai", "---", ""])]
    },
    Slip(name: "leave text unsorted") { page in
      page.sections.suffix(1).map {
        page.mutant(
          "leave text unsorted", $0.range.upperBound..<$0.range.upperBound,
          ["", "## À CLASSER", "", "À trier."])
      }
    },
  ]

  /// Slips of the hand.
  private static let words: [Slip] = [
    Slip(name: "misspell a heading") { page in
      page.sections.compactMap { section in
        page.mutant("misspell a heading", section.range.lowerBound) { String($0.dropLast()) }
      }
    },
    Slip(name: "vary a heading") { page in
      page.sections.compactMap { section in
        page.mutant("vary a heading", section.range.lowerBound) { $0.lowercased() }
      }
    },
    Slip(name: "type a heading without its space") { page in
      page.sections.compactMap { section in
        page.mutant("type a heading without its space", section.range.lowerBound) {
          "##" + $0.dropFirst(3)
        }
      }
    },
    Slip(name: "misspell a key") { page in
      page.metadata.compactMap { place in
        page.mutant("misspell a key", place) { line in
          guard let end = line.firstIndex(of: ":") else { return nil }
          let key = line[..<end].dropLast()
          return key.dropLast() + "z" + line[key.endIndex...]
        }
      }
    },
    Slip(name: "write a value of no vocabulary") { page in
      page.metadata.compactMap { place in
        page.mutant("write a value of no vocabulary", place) { line in
          ["Statut", "Type", "Couleur", "Approche", "Outil", "Langue"].first {
            line.hasPrefix("- \($0) :")
          }.flatMap { page.kind == .source ? nil : "- \($0) : zzz" }
        }
      }
    },
    Slip(name: "write an unreadable date") { page in
      page.metadata.suffix(1).filter { _ in page.kind.keys.contains(.date) }.map {
        page.mutant("write an unreadable date", $0 + 1..<$0 + 1, ["- Date : un mardi"])
      }
    },
    Slip(name: "type a bullet") { page in
      items(of: page).compactMap { place in
        page.mutant("type a bullet", place) { "• " + $0.dropFirst(2) }
      }
    },
    Slip(name: "repeat an item") { page in
      items(of: page).map { page.mutant("repeat an item", $0 + 1..<$0 + 1, [page.lines[$0]]) }
    },
    Slip(name: "leave a placeholder") { page in
      items(of: page).compactMap { place in
        page.mutant("leave a placeholder", place) { $0 + " À PRÉCISER" }
      }
    },
    Slip(name: "type a tag") { page in
      items(of: page).compactMap { place in page.mutant("type a tag", place) { $0 + "<br>fin" } }
    },
    Slip(name: "name no mechanism that is known") { page in
      (page.section(.revenue) ?? 0..<0).compactMap { place in
        page.mutant("name no mechanism that is known", place) { line in
          guard line.hasPrefix("- **"), let end = line.range(of: "**", options: .backwards)
          else { return nil }
          return "- **Zut" + line[end.lowerBound...]
        }
      }
    },
  ]

  /// First-level items without a sub-list, outside the map, in sections of a canvas.
  private static func items(of page: Page) -> [Int] {
    guard page.kind == .canvas else { return [] }
    return page.sections.filter { $0.name.shape == .items }.flatMap { section in
      section.range.filter { place in
        page.lines[place].hasPrefix("- ") && place + 1 < page.lines.count
          && !page.lines[place + 1].hasPrefix("  ")
      }
    }
  }
}
