import CanevasModel
import Foundation

extension Page {
  /// The lines that link to another folder. Pages of the guide show links as code, too.
  fileprivate var links: [Int] {
    kind == .guidePage ? [] : places { $0.contains("](../") }
  }
}

extension Slip {
  /// Slips in what links to other documents.
  static let links: [Slip] = [
    Slip(name: "break a link") { page in
      page.places { $0.contains(".md)") }.compactMap { place in
        page.mutant("break a link", place) { line in
          line.range(of: ".md)").map { line.replacingCharacters(in: $0, with: "-zz.md)") }
        }
      }
    },
    Slip(name: "break an anchor") { page in
      page.places { $0.contains(".md)") }.compactMap { place in
        page.mutant("break an anchor", place) { line in
          line.range(of: ".md)").map { line.replacingCharacters(in: $0, with: ".md#zz-zz)") }
        }
      }
    },
    Slip(name: "link to the wrong kind") { page in
      page.metadata.compactMap { place in
        page.mutant("link to the wrong kind", place) { line in
          guard line.hasPrefix("- Thème : ["), let start = line.range(of: "](") else { return nil }
          return line[..<start.lowerBound] + "](../acteurs/cpas.md)"
        }
      }
    },
    Slip(name: "link out of the catalogue") { page in
      page.links.compactMap { place in
        page.mutant("link out of the catalogue", place) {
          $0.replacing("](../", with: "](../../../../", maxReplacements: 1)
        }
      }
    },
    Slip(name: "link to a script") { page in
      page.links.compactMap { place in
        page.mutant("link to a script", place) {
          $0.replacing("](../", with: "](javascript:../", maxReplacements: 1)
        }
      }
    },
    Slip(name: "show an image that is not there") { page in
      page.sections.suffix(1).map {
        page.mutant(
          "show an image that is not there", $0.range.upperBound..<$0.range.upperBound,
          ["", "![Plan](plan.png)"])
      }
    },
  ]

  /// Slips in a system map.
  static let map: [Slip] = [
    Slip(name: "drop a flow's arrow") { page in
      flows(of: page).compactMap { place in
        page.mutant("drop a flow's arrow", place) { $0.replacing(" → ", with: " ") }
      }
    },
    Slip(name: "rename a flow's end") { page in
      flows(of: page).compactMap { place in
        page.mutant("rename a flow's end", place) { line in
          guard let arrow = line.range(of: " → ") else { return nil }
          return "- Zorglub" + line[arrow.lowerBound...]
        }
      }
    },
    Slip(name: "double a flow") { page in
      flows(of: page).map { page.mutant("double a flow", $0 + 1..<$0 + 1, [page.lines[$0]]) }
    },
    Slip(name: "unpay the service") { page in
      guard let map = page.section(.systemMap) else { return [] }
      let left = page.lines[map].filter { !$0.hasSuffix("(économique)") }
      guard left.count < map.count else { return [] }
      return [page.mutant("unpay the service", map, left)]
    },
    Slip(name: "give a customer nothing") { page in
      guard let map = page.section(.systemMap) else { return [] }
      let customers = Set(flows(of: page).compactMap { receiver(page.lines[$0]) })
      return customers.sorted().filter { isCustomer($0, of: page) }.map { customer in
        page.mutant(
          "give a customer nothing", map, page.lines[map].filter { receiver($0) != customer },
          area: 1...page.lines.count)
      }
    },
  ]

  private static func flows(of page: Page) -> [Int] {
    (page.section(.systemMap) ?? 0..<0).filter { page.lines[$0].contains(" → ") }
  }

  /// What stands behind a flow's arrow, if it is a plain name.
  private static func receiver(_ line: String) -> String? {
    guard let arrow = line.range(of: " → "),
      let colon = line[arrow.upperBound...].range(of: " : ")
    else { return nil }
    let name = line[arrow.upperBound..<colon.lowerBound]
    return name.contains("[") ? nil : String(name)
  }

  private static func isCustomer(_ name: String, of page: Page) -> Bool {
    page.section(.customers).map {
      page.lines[$0].contains { $0.hasPrefix("- **\(name)**") }
    } ?? false
  }
}
