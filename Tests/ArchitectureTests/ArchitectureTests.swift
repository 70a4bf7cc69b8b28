import Foundation
import Testing

/// The rules of the house that the package manager does not hold: who may import whom, how long
/// things may be, what is never written.
@Suite struct ArchitectureTests {
  /// What each module may import, besides what stands before it in the pipeline for free:
  /// nothing does.
  static let mayImport: [String: Set<String>] = {
    let world: Set<String> = ["Glibc", "Dispatch", "Synchronization", "FoundationEssentials"]
    let source = "CanevasSource"
    let model: Set<String> = [source, "CanevasSyntax", "CanevasModel"]
    let link = model.union(["CanevasLink"])
    let check = link.union(["CanevasCheck"])
    let render = check.union(["CanevasReview", "CanevasTemplate", "CanevasRender"])
    let project = render.union(["CanevasDraft", "Templates", "CanevasProject"])
    return [
      "CanevasSource": [],
      "CanevasSyntax": [source, "Ccmark"],
      "CanevasModel": [source, "CanevasSyntax"],
      "CanevasLink": model,
      "CanevasCheck": link,
      "CanevasReview": check.union(["CanevasReport"]),
      "CanevasTemplate": [source],
      "CanevasRender": check.union(["CanevasReview", "CanevasTemplate"]),
      "CanevasDraft": check.union(["CanevasTemplate"]),
      "CanevasReport": [source],
      "CanevasQuery": link.union(["CanevasReview", "CanevasRender", "CanevasReport"]),
      "CanevasEditor": check,
      "CanevasCommandLine": [source, "Glibc"],
      "CanevasProject": render.union(["CanevasDraft", "Templates"]).union(world),
      "CanevasServe": link.union([
        "CanevasReview", "CanevasTemplate", "CanevasRender", "CanevasReport", "CanevasProject",
      ]).union(world),
      "CanevasLSP": project.union(["CanevasEditor"]).union(world),
      "canevas": project.union([
        "CanevasReport", "CanevasQuery", "CanevasCommandLine", "CanevasServe", "CanevasLSP",
      ]).union(world),
      "canevas-dev": project.union(["CanevasCommandLine", "CanevasServe", "CanevasLSP"]).union(
        world),
    ]
  }()

  @Test(arguments: House.sources) func importsOnlyWhatItMay(_ file: House.SourceText) {
    let allowed = Self.mayImport[file.module]
    #expect(allowed != nil, "\(file.module) is not in the table of imports")
    for name in House.imports(of: file) {
      #expect(allowed?.contains(name) == true, "\(file.path) imports \(name)")
    }
  }

  @Test(arguments: House.sources) func keepsToTheSizes(_ file: House.SourceText) {
    #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
    for (number, line) in file.lines.enumerated() where line.unicodeScalars.count > 100 {
      Issue.record("\(file.path):\(number + 1) is longer than 100 columns")
    }
    for function in longFunctions(file) {
      Issue.record("\(file.path):\(function.line) is a function of \(function.length) lines")
    }
  }

  /// What is never written in `Sources/`, and where it is allowed all the same.
  static let banned: [(text: String, allowedIn: Set<String>)] = [
    ("fatal" + "Error(", []), ("try" + "!", []), ("as" + "!", []),
    ("@unchecked" + " Sendable", []), ("import " + "Foundation\n", []),
    (" print" + "(", ["canevas", "canevas-dev"]), ("TO" + "DO", []), ("FIX" + "ME", []),
  ]

  @Test(arguments: House.sources) func writesNothingBanned(_ file: House.SourceText) {
    for (text, allowed) in Self.banned where !allowed.contains(file.module) {
      let found = file.lines.contains { line in
        let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
        return (" " + code + "\n").contains(text)
      }
      #expect(!found, "\(file.path) contains \(text)")
    }
  }

  @Test func everyTemplateIsEmbedded() throws {
    let folder = try FileManager.default.contentsOfDirectory(atPath: House.root + "/templates")
    let list = House.files(under: "templates", ending: ".c").map(\.text).joined()
    for name in folder where !name.hasSuffix(".c") && name != "include" {
      #expect(list.contains("#embed \"\(name)\""), "\(name) is not embedded")
      #expect(list.contains("{\"\(name)\","), "\(name) is not listed")
    }
  }

  @Test func everyPackageDeclarationOfAValueTypeIsDocumented() {
    for file in House.sources {
      for (number, line) in file.lines.enumerated() {
        let code = line.drop { $0 == " " }
        let isType = ["struct ", "enum ", "class ", "protocol "].contains { kind in
          code.hasPrefix("package " + kind) || code.hasPrefix("package final " + kind)
        }
        guard isType, line.first == "p", number > 0 else { continue }
        let before = file.lines[number - 1]
        #expect(
          before.hasPrefix("///") || before.hasPrefix("@"),
          "\(file.path):\(number + 1) has no documentation")
      }
    }
  }

  /// The functions of more than 70 lines, measured by their indentation: the formatter puts the
  /// closing brace of a declaration under its first letter.
  private func longFunctions(_ file: House.SourceText) -> [(line: Int, length: Int)] {
    var long: [(Int, Int)] = []
    for (start, line) in file.lines.enumerated() {
      let indent = line.prefix { $0 == " " }.count
      let words = line.split(separator: " ")
      let isFunction =
        words.contains("func") || words.contains { $0.hasPrefix("init(") || $0.hasPrefix("init?(") }
      guard isFunction, !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
      if line.hasSuffix("}") { continue }
      let end = file.lines[start...].firstIndex { candidate in
        candidate.hasPrefix(String(repeating: " ", count: indent) + "}")
      }
      if let end, end - start + 1 > 70 { long.append((start + 1, end - start + 1)) }
    }
    return long
  }
}
