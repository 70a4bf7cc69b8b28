import CanevasProject
import CanevasRender
import CanevasSource
import Foundation
import FoundationXML
import Testing

/// Whatever a title says, every file that other programs read says the same title and no more.
@Suite struct DataInjectionTests {
  static let titles = [
    "</script><script>alert(1)</script>", "<!-- <script>", "\"};alert(1)//", "a & b &amp; c",
    "]]>", "=1+1;\"x\"", "+SUM(A1)", "-2", "@cmd", "back\\slash \\u003c", "{{title}} {{{html}}}",
    "' onload='x", "emoji 🐑 \u{202E}",
  ]

  private func site(titled title: String) throws -> [String: String] {
    let folder = try TestFolder()
    let written = title.unicodeScalars.map { scalar in
      scalar.isASCII && scalar.properties.generalCategory != .spaceSeparator
        && !scalar.properties.isAlphabetic && !("0"..."9" ~= scalar)
        ? "\\\(scalar)" : String(scalar)
    }.joined()
    try folder.write(
      "canvases/catalogue.md", "# \(written)\n\n- Éditeur : \(written)\n- Licence : \(written)\n")
    try folder.write(
      "canvases/themes/theme.md",
      "# \(written)\n\n## ENJEU STRATÉGIQUE RÉGIONAL\n\nA.\n\n## OPPORTUNITÉ\n\nB.\n")
    try folder.write(
      "canvases/acteurs/acteur.md",
      "# \(written)\n\n- Type : réseau\n- Aussi : \(written)\n\n## PRÉSENTATION\n\nA.\n")
    try folder.write(
      "canvases/fiches/fiche.md",
      """
      # \(written)

      \(written)

      - Thème : [\(written)](../themes/theme.md)
      - Statut : idée
      - Territoire : \(written)
      - Date : 2024

      ## ENJEUX / SOLUTION

      Comment faire ?

      ## CARACTÉRISTIQUES PRINCIPALES

      - \(written)

      ## CIBLES CLIENTS

      - [\(written)](../acteurs/acteur.md)

      ## SYSTEM MAP

      - [\(written)](../acteurs/acteur.md) → le service : \(written)

      """)
    var options = Session.BuildOptions(output: folder.path + "/site")
    options.site.baseURL = "https://exemple.org/?a=1&b=\"<x>\""
    options.keepsGoing = true
    let result = try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem()
    ).build(options)
    #expect(result.checked.count(.error) == 0)
    return folder.texts("site")
  }

  @Test(arguments: titles) func aTitleStaysATitle(_ title: String) throws {
    let site = try site(titled: title)
    for (path, text) in site {
      if path.hasSuffix(".json") {
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
      } else if path.hasSuffix(".atom") || path.hasSuffix(".xml") {
        #expect(XMLParser(data: Data(text.utf8)).parse(), "\(path)")
      } else if path.hasSuffix(".html") {
        for data in scripts(in: text) {
          _ = try JSONSerialization.jsonObject(with: Data(data.utf8))
        }
        // Beside the data there are but the site's own scripts.
        let others = text.replacing("<script type=\"application/ld+json\">", with: "")
          .replacing(/<script src="[.\/]*\w+\.js" defer>/, with: "")
        #expect(!others.contains("<script"), "\(path)")
      }
    }
    let data = try #require(scripts(in: site["fiches/fiche.html"] ?? "").first)
    let graph = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
    let name = (graph?["@graph"] as? [[String: Any]])?.first?["name"]
    #expect(name as? String == title)
    let own = try JSONSerialization.jsonObject(with: Data((site["fiches/fiche.json"] ?? "").utf8))
    #expect((own as? [String: Any])?["title"] as? String == title)
    for table in ["fiches.csv", "acteurs.csv", "flux.csv"] {
      let rows = cells(of: try #require(site[table]))
      #expect(Set(rows.map(\.count)).count == 1 && rows.count == 2, "\(table)")
      #expect(rows.last?.first.map { $0 == title || $0 == "'" + title } == true, "\(table)")
      for cell in rows.joined() { #expect(!["=", "+", "-", "@"].contains(cell.prefix(1))) }
    }
  }

  private func scripts(in html: String) -> [String] {
    html.components(separatedBy: "<script type=\"application/ld+json\">").dropFirst().map {
      $0.components(separatedBy: "</script>")[0]
    }
  }

  /// The rows of a table, read as RFC 4180 says but for the separator.
  private func cells(of table: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var before: UnicodeScalar?
    for scalar in table.unicodeScalars where scalar != "\u{FEFF}" {
      var cell: String {
        get { rows[rows.count - 1][rows[rows.count - 1].count - 1] }
        set { rows[rows.count - 1][rows[rows.count - 1].count - 1] = newValue }
      }
      switch scalar {
      case "\"":
        if !isQuoted, before == "\"" { cell.unicodeScalars.append(scalar) }
        isQuoted.toggle()
      case ";" where !isQuoted: rows[rows.count - 1].append("")
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted: rows.append([""])
      default: cell.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return rows.dropLast()
  }
}
